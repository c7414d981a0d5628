import { formatNumber } from "../../language/format.ts";
import type { MessageKey } from "../../language/language.ts";
import { dataTable, type Html, html } from "../../report/html.ts";
import { sourceLink } from "../../report/sections/results.ts";
import type { Speech } from "../../report/speech.ts";
import type { ClaimDocument } from "../../studies/claims/document.ts";
import type { Verdict } from "../../studies/claims/verdict.ts";

const VERDICTS: Readonly<Record<Verdict, { key: MessageKey; sign: string; name: string }>> = {
  supported: { key: "claims.supported", sign: "✓", name: "yes" },
  "supported with a caveat": { key: "claims.supportedWithCaveat", sign: "≈", name: "caveat" },
  "not supported": { key: "claims.notSupported", sign: "✗", name: "no" },
  "cannot be told from this evidence": { key: "claims.cannotBeTold", sign: "?", name: "open" },
};
/** Units that are named; shares and ratios are bare numbers. */
const UNITS: Readonly<Record<string, MessageKey>> = {
  person: "claims.unitPerson",
  death: "claims.unitDeath",
  encounter: "claims.unitEncounter",
  job: "claims.unitJob",
  ask: "claims.unitAsk",
  lever: "claims.unitLever",
};

/** Every claim with its verdict, its numbers and what not to write. */
export function claimsSection(claims: readonly ClaimDocument[], known: ReadonlySet<string>, speech: Speech): Html {
  const { t } = speech;
  return html`<section id="claims">
<h2>${t("page.nav claims")}</h2>
<p>${t("page.claimsAbout")}</p>
${claims.map((claim) => card(claim, known, speech))}</section>
`;
}

/** The verdict as a word with a sign of its own, so that colour is never the only one. */
export function verdictBadge({ verdict, grade }: ClaimDocument, { t }: Speech): Html {
  const { key, sign, name } = VERDICTS[verdict];
  return html`<span class="verdict verdict-${name}"><span aria-hidden="true">${sign}</span> ${t(key)}</span> <span class="grade grade-${grade}" title="${t("page.claimGrade", { grade })}">${grade}</span>`;
}

function card(claim: ClaimDocument, known: ReadonlySet<string>, speech: Speech): Html {
  const { t } = speech;
  const { id, headline, sentence, notToWrite, needed, modelled, sources, grade } = claim;
  return html`<article class="claim" id="claim-${id}">
<h3>${id}. ${headline}</h3>
<p class="claimed">${claim.claim}</p>
<p>${verdictBadge(claim, speech)} <span class="soft">${t("claims.gradeOf")}: ${t(`claims.grade${grade}`)}</span></p>
<p>${sentence}</p>
${modelled ? html`` : html`<p class="soft">${t("page.claimNotModelled")}</p>`}
<p><strong>${t("page.claimNot")}</strong> ${notToWrite}</p>
${needed === undefined ? html`` : html`<p><strong>${t("page.claimNeeded")}</strong> ${needed}</p>`}
<details><summary>${t("page.claimNumbers", { id })}</summary>
${numbers(claim, speech)}
<p>${t("claims.chain")}: ${claim.chain.map(
    ({ step, what }, i) =>
      html`${i === 0 ? "" : " → "}${t(`claims.step${step === "study" ? "Study" : step === "press" ? "Press" : "Report"}`)}: ${what}`,
  )}</p>
<p class="soft">${t("common.sources")}: ${sources.map((source, i) => html`${i === 0 ? "" : ", "}${sourceLink(source, known, speech)}`)}</p>
</details>
</article>
`;
}

function numbers(claim: ClaimDocument, speech: Speech): Html {
  const { t } = speech;
  return dataTable(
    t("page.claimNumbers", { id: claim.id }),
    [
      { title: t("claims.number"), kind: "words" },
      { title: t("claims.value"), kind: "number" },
      { title: t("claims.interval"), kind: "number" },
      { title: t("claims.unit") },
    ],
    claim.numbers.map(({ what, value, unit, interval90: [low, high] }) => [
      what,
      written(value, unit, speech),
      low === high ? "—" : t("claims.between", { from: written(low, unit, speech), to: written(high, unit, speech) }),
      UNITS[unit] === undefined ? "—" : t(UNITS[unit]),
    ]),
    "—",
  );
}

/** Counts to the whole, shares and ratios to three figures and no finer than a hundredth of a per cent. */
function written(value: number, unit: string, { language }: Speech): string {
  return unit === "1" && !(value >= 100)
    ? formatNumber(Number(Number(value.toPrecision(3)).toFixed(4)), language)
    : formatNumber(Math.round(value), language);
}
