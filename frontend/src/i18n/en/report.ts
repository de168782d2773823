export const report = {
  preview: "The report as it stands",
  writing: "Writing the report …",
  renew: "The study has changed: write it anew",
  take_away: "Take it away",
  format: "Format",
  write: "Write the files",
  ready: { one: "{n} file is ready", other: "{n} files are ready" },
} as const;
