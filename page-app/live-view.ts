import {
  change,
  type Language,
  type LiveSettings,
  type LiveSlider,
  type LiveWords,
  quantity,
  tickNumber,
} from "../src/index.ts";
import { element, filled } from "./elements.ts";
import { drawLive, emptyDrawing, liveText } from "./live-drawing.ts";
import type { Factors, LiveRun } from "./live-model.ts";

const WIDTHS = { wide: 720, narrow: 360 } as const;

interface Control {
  readonly slider: LiveSlider;
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly output: HTMLOutputElement;
}

/** The sliders with their drawing and table. It speaks the language it was last told and stands where it is put. */
export class LiveView {
  readonly root: HTMLElement;
  readonly #settings: LiveSettings;
  readonly #controls: readonly Control[];
  readonly #presets: readonly HTMLButtonElement[];
  readonly #drawings: readonly { readonly svg: SVGSVGElement; readonly width: number }[];
  /** [outcome][end, against business as usual, against the start] */
  readonly #numbers: readonly (readonly HTMLOutputElement[])[];
  readonly #texts: readonly { readonly node: HTMLElement; readonly say: (words: LiveWords) => string }[];
  readonly #status: HTMLElement;
  readonly #alt: HTMLElement;
  readonly #table: HTMLElement;
  readonly #legend: HTMLElement;
  #words: LiveWords;
  #due = false;
  #shown: { readonly run: LiveRun; readonly factors: Factors } | undefined;

  constructor(settings: LiveSettings, language: Language, onChange: (factors: Factors) => void) {
    this.#settings = settings;
    this.#words = settings.words[language];
    const texts: { node: HTMLElement; say: (words: LiveWords) => string }[] = [];
    const said = <E extends HTMLElement>(node: E, say: (words: LiveWords) => string): E => {
      texts.push({ node, say });
      return node;
    };
    this.#texts = texts;
    const changed = () => {
      this.#tell();
      onChange(this.factors);
    };
    this.#controls = settings.sliders.map((slider) => {
      const id = `live-${slider.id}`;
      const input = element("input", {
        type: "range",
        id,
        min: slider.low,
        max: slider.high,
        step: slider.step,
        value: 1,
      });
      input.addEventListener("input", changed);
      input.addEventListener("change", () => this.#announce());
      return {
        slider,
        input,
        label: said(element("label", { for: id }), (words) => words[slider.id]),
        output: element("output", { for: id, "aria-live": "off" }),
      };
    });
    this.#presets = settings.presets.map((preset, i) => {
      const button = said(element("button", { type: "button" }), (words) => words.presetNames[i] ?? preset.id);
      button.addEventListener("click", () => {
        for (const { slider, input } of this.#controls) input.value = String(preset[slider.id]);
        changed();
        this.#announce();
      });
      return button;
    });
    this.#drawings = Object.values(WIDTHS).map((width) => ({ svg: emptyDrawing(), width }));
    const ids = this.#controls.map(({ input }) => input.id).join(" ");
    this.#numbers = settings.outcomes.map(() =>
      [0, 1, 2].map(() => element("output", { for: ids, "aria-live": "off" })),
    );
    this.#status = element("p", { class: "unseen", role: "status" });
    this.#alt = element("p");
    this.#legend = said(element("legend"), (words) => words.presets);
    const head = (say: (words: LiveWords) => string) => said(element("th", { scope: "col", class: "number" }), say);
    const corner = said(element("th", { scope: "col" }), (words) => words.outcome);
    this.#table = element(
      "div",
      { class: "scroll", role: "region", tabindex: 0 },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            corner,
            head((words) => words.value),
            head((words) => words.againstUsual),
            head((words) => words.againstStart),
          ),
        ),
        element(
          "tbody",
          {},
          ...settings.outcomes.map(({ id }, i) =>
            element(
              "tr",
              {},
              said(element("th", { scope: "row" }), (words) => (id === "members" ? words.membersRow : words.deathsRow)),
              ...(this.#numbers[i] ?? []).map((output) => element("td", { class: "number" }, output)),
            ),
          ),
        ),
      ),
    );
    const line = (className: string, say: (words: LiveWords) => string) =>
      said(element("p", { class: className }), say);
    this.root = element(
      "figure",
      { class: "live", "data-figure": "live" },
      said(element("h3"), (words) => words.title),
      line("", (words) => words.about),
      ...this.#controls.map(({ label, input, output }) => element("div", { class: "control" }, label, output, input)),
      element("fieldset", { class: "presets" }, this.#legend, ...this.#presets),
      ...this.#drawings.map(({ svg }, i) => element("div", { class: Object.keys(WIDTHS)[i] ?? "wide" }, svg)),
      this.#status,
      element(
        "figcaption",
        {},
        this.#table,
        line("", (words) => words.caption),
        line("grade-line", (words) => `${words.grade}.`),
        line("source", (words) => words.source),
        line("citation", (words) => words.citation),
        element(
          "details",
          { class: "alt" },
          said(element("summary"), (words) => words.altTitle),
          this.#alt,
        ),
        element("ul", { class: "downloads" }),
      ),
    );
    this.speak(language);
  }

  /** Where the sliders stand. */
  get factors(): Factors {
    return Object.fromEntries(this.#controls.map(({ slider, input }) => [slider.id, Number(input.value)]));
  }

  /** Says everything in another language; the sliders stay where they are. */
  speak(language: Language): void {
    this.#words = this.#settings.words[language];
    for (const { node, say } of this.#texts) node.textContent = say(this.#words);
    this.#table.setAttribute("aria-label", this.#words.table);
    this.#tell();
    if (this.#shown !== undefined) this.show(this.#shown.run, this.#shown.factors);
    this.#status.textContent = "";
  }

  /** Draws a run and its two contrasts. */
  show(run: LiveRun, factors: Factors): void {
    this.#shown = { run, factors };
    for (const { svg, width } of this.#drawings) drawLive(svg, this.#settings, run, factors, this.#words, width);
    this.#settings.outcomes.forEach(({ id }, i) => {
      const { set, usual } = run[id] ?? { set: [], usual: [] };
      const [end, there, before] = [set.at(-1) ?? 0, usual.at(-1) ?? 1, usual[0] ?? 1];
      const texts = [quantity(end), change(end / there - 1), change(end / before - 1)];
      this.#numbers[i]?.forEach((output, j) => {
        output.textContent = texts[j] ?? "";
      });
    });
    this.#alt.textContent = liveText(run, factors, this.#words);
    this.#say();
  }

  /** The numbers of the drawing, for a table. */
  rows(): (string | number)[][] {
    const shown = this.#shown;
    if (shown === undefined) return [];
    const { years, outcomes } = this.#settings;
    return [
      ["recruitment_factor", "incapacitation_factor", "outcome", "year", "as_set", "business_as_usual"],
      ...outcomes.flatMap(({ id }) =>
        years.map((year, i) => [
          shown.factors.recruitment ?? 1,
          shown.factors.incapacitation ?? 1,
          id,
          Number(year.toFixed(3)),
          Number((shown.run[id]?.set[i] ?? 0).toPrecision(10)),
          Number((shown.run[id]?.usual[i] ?? 0).toPrecision(10)),
        ]),
      ),
    ];
  }

  #tell(): void {
    const factors = this.factors;
    for (const { slider, input, output } of this.#controls) {
      const factor = tickNumber(factors[slider.id] ?? 1);
      output.textContent = `× ${factor}`;
      input.setAttribute("aria-valuetext", filled(this.#words.times, { factor }));
    }
    this.#presets.forEach((button, i) => {
      const preset = this.#settings.presets[i];
      const set = this.#controls.every(({ slider }) => preset?.[slider.id] === factors[slider.id]);
      button.setAttribute("aria-pressed", String(set));
    });
  }

  /** The run is told in words once the sliders rest: with the run under way, or with the one that is drawn. */
  #announce(): void {
    this.#due = true;
    const { recruitment, incapacitation } = this.factors;
    const drawn = this.#shown?.factors;
    if (drawn?.recruitment === recruitment && drawn?.incapacitation === incapacitation) this.#say();
  }

  #say(): void {
    if (this.#due && this.#shown !== undefined)
      this.#status.textContent = liveText(this.#shown.run, this.#shown.factors, this.#words);
    this.#due = false;
  }
}
