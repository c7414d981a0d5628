import { agenda } from "./agenda.ts";
import { article } from "./article.ts";
import { brief } from "./brief.ts";
import { claims } from "./claims.ts";
import { common } from "./common.ts";
import { couplings } from "./couplings.ts";
import { experiments } from "./experiments.ts";
import { figures } from "./figures.ts";
import { fit } from "./fit.ts";
import { lab } from "./lab.ts";
import { levers } from "./levers.ts";
import { page } from "./page.ts";
import { replicate } from "./replicate.ts";
import { report } from "./report.ts";
import { scenario } from "./scenario.ts";
import { study } from "./study.ts";
import { system } from "./system.ts";
import { terminal } from "./terminal.ts";

/** Every message by area. */
export const en = {
  agenda,
  article,
  brief,
  claims,
  common,
  couplings,
  experiments,
  figures,
  fit,
  lab,
  levers,
  page,
  replicate,
  report,
  scenario,
  study,
  system,
  terminal,
} as const;
