import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The server's content security policy allows neither inline script nor eval nor inline style, so nothing is inlined.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/tenun/server/app",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": { target: process.env["TENUN_SERVER"] ?? "http://127.0.0.1:8000" } } },
  test: { include: ["src/**/*.test.ts"] },
});
