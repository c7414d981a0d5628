import { dataTable, type Html, html } from "../../report/html.ts";
import type { Speech } from "../../report/speech.ts";

/** Who may be harmed by either policy, counted by the study or not. */
export function harmTable({ t }: Speech): Html {
  return html`<h3>${t("report.harmTitle")}</h3>
${dataTable(
  t("report.harmCaption"),
  [{ title: t("report.who") }, { title: t("report.how") }, { title: t("report.inThisStudy"), kind: "words" }],
  [
    [t("report.harmGroups"), t("report.harmGroupsHow"), t("report.harmGroupsHere")],
    [t("report.harmArrested"), t("report.harmArrestedHow"), t("report.harmArrestedHere")],
    [t("report.harmBystanders"), t("report.harmBystandersHow"), t("report.notModelled")],
    [t("report.harmChildren"), t("report.harmChildrenHow"), t("report.harmChildrenHere")],
    [t("report.harmReach"), t("report.harmReachHow"), t("report.notModelled")],
  ],
  t("report.notGiven"),
)}`;
}
