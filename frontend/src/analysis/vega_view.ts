import { View, parse, type Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expressionInterpreter } from "vega-interpreter";

/** Draws a Vega-Lite chart. The interpreter stands in for compiled expressions, which the content policy forbids. */
export async function draw(host: HTMLElement, spec: TopLevelSpec): Promise<() => void> {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const words = { labelColor: colour("--ink-2"), titleColor: colour("--ink-3"), labelFont: "Inter Variable", titleFont: "Inter Variable", titleFontWeight: 500 };
  const { spec: compiled } = compile({
    ...spec,
    background: "transparent",
    config: {
      font: "Inter Variable",
      view: { stroke: null },
      axis: { ...words, gridColor: colour("--line"), domainColor: colour("--line"), tickColor: colour("--line"), labelLimit: 260, labelSeparation: 8 },
      legend: words,
      ...spec.config,
    },
  } as TopLevelSpec);
  const view = new View(parse(compiled as Spec, undefined, { ast: true } as never), {
    renderer: "canvas",
    container: host,
    hover: true,
    expr: expressionInterpreter as never,
  } as never);
  await view.runAsync();
  return () => view.finalize();
}
