import { agenda } from "./agenda.ts";
import { article } from "./article.ts";
import { claims } from "./claims.ts";
import { common } from "./common.ts";

/** Every message by area. */
export const es = { agenda, article, claims, common } as const;
