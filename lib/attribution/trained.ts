import { type WeightsFile, weightsOf } from "./model/pack.ts";
import file from "./model/weights.json" with { type: "json" };
import type { Weights } from "./model/weights.ts";

let weights: Weights | undefined;

/** The weights that ship with the engine, unpacked at the first call. */
export function trainedWeights(): Weights {
  weights ??= weightsOf(file satisfies WeightsFile);
  return weights;
}
