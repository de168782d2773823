export const scores = {
  passages: "Passages",
  independent_support: "Independent support",
  weighted_support: "Weighted support",
  breadth: "Breadth",
  stated_priority: "Stated priority",
  causal_weight: "Causal weight",
  passages_means: "Supporting passages, those that overlap counted once; wordy sources win",
  independent_support_means: "Witnesses for the motive minus witnesses against it",
  weighted_support_means: "The same, each witness at the weight of its most reliable source",
  breadth_means: "How many of the four kinds of source support the motive on balance",
  stated_priority_means: "Witnesses that say this motive came first minus those that only deny it",
  causal_weight_means: "Weight of the clues that the motive was acted on, in decibels",
} as const;
