import { courierDredging } from "./articles/courier-dredging.ts";
import { meridianDrills } from "./articles/meridian-drills.ts";
import { radioDredging } from "./articles/radio-dredging.ts";
import { radioDrills } from "./articles/radio-drills.ts";
import { sorleyPressRelease } from "./articles/sorley-press-release.ts";
import { tarnValleyDrills } from "./articles/tarn-valley-drills.ts";
import { wireDredging } from "./articles/wire-dredging.ts";
import { wireDrills } from "./articles/wire-drills.ts";
import { wireDrillsEastmoor } from "./articles/wire-drills-eastmoor.ts";
import { wireDrillsExaminer } from "./articles/wire-drills-examiner.ts";
import type { PlannedArticle } from "./plan.ts";

/** In the order in which the desk takes them up: eight to decide, two for the inbox. */
export const SAMPLE_ARTICLES: readonly PlannedArticle[] = [
  sorleyPressRelease,
  courierDredging,
  radioDredging,
  wireDrills,
  wireDrillsExaminer,
  wireDrillsEastmoor,
  radioDrills,
  meridianDrills,
  wireDredging,
  tarnValleyDrills,
];
