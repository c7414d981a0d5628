import { LANGUAGES, type MessageKey, type Order, printable, type Scenario, type SessionStart } from "../index.ts";
import { emptyScenario, firstState, inOrder, type LabState, MOST_KEPT, VIEWS } from "./state.ts";

/**
 * `#v1/en/explore?g=owner&s=Name~lever=level@date+weeks,level@date~lever=level&c=…&c=…`: what is set, and nothing else. Names are
 * percent-encoded; a date or weeks that are left out are those of an order that is given at once.
 */
const VERSION = "v1";
/** No address of ours is longer. */
const LONGEST = 8_000;
const LONGEST_NAME = 120;

/** Why an address was refused: a message and its values. */
export class AddressRefused extends Error {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(key: MessageKey, values: Readonly<Record<string, string | number>> = {}) {
    super(key);
    this.name = "AddressRefused";
    this.key = key;
    this.values = values;
  }
}

export function addressOf(
  { language, view, grouping, scenario, kept, contrast }: LabState,
  start: SessionStart,
): string {
  const own = textOf(scenario, start);
  const parts = [
    ...(grouping === "part" ? [] : [`g=${grouping}`]),
    ...(contrast === "level" ? [] : [`m=${contrast}`]),
    ...(own === "" ? [] : [`s=${own}`]),
    ...kept.map((one) => `c=${textOf(one, start)}`),
  ];
  return `#${VERSION}/${language}/${view}${parts.length === 0 ? "" : `?${parts.join("&")}`}`;
}

/** What an address says; nothing for an empty one. Throws `AddressRefused` for one that was not made here. */
export function stateOf(address: string, start: SessionStart): LabState | undefined {
  const text = address.replace(/^#/, "");
  if (text === "") return undefined;
  if (text.length > LONGEST) throw new AddressRefused("lab.addressLong");
  const [head = "", ...rest] = text.split("?");
  const [version, spoken, named, ...more] = head.split("/");
  if (version !== VERSION) throw new AddressRefused("lab.addressVersion");
  const language = LANGUAGES.find((one) => one === spoken);
  const view = VIEWS.find((one) => one === named);
  if (language === undefined || view === undefined || more.length > 0) throw new AddressRefused("lab.addressView");
  let state: LabState = { ...firstState(language), view };
  const query = rest.join("?");
  for (const part of query === "" ? [] : query.split("&")) {
    const [key, value] = [part.slice(0, 2), part.slice(2)];
    if (part === "g=owner") state = { ...state, grouping: "owner" };
    else if (part === "m=usual") state = { ...state, contrast: "usual" };
    else if (key === "s=") state = { ...state, scenario: scenarioOf(value, start) };
    else if (key === "c=") state = { ...state, kept: [...state.kept, scenarioOf(value, start)] };
    else throw new AddressRefused("lab.addressPart", { part: printable(part, 40) });
  }
  if (state.kept.length > MOST_KEPT) throw new AddressRefused("lab.addressMany", { most: MOST_KEPT });
  const names = state.kept.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new AddressRefused("lab.addressTwice", { name: printable(twice, 60) });
  return state;
}

function textOf({ name, levers }: Scenario, start: SessionStart): string {
  const order = ({ to, from, over }: Order) =>
    `${to}${from === start.from ? "" : `@${from}`}${over === 0 ? "" : `+${over}`}`;
  return [
    encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("~", "%7E"),
    ...Object.entries(levers).map(([id, orders]) => `~${id}=${orders.map(order).join(",")}`),
  ].join("");
}

function scenarioOf(text: string, start: SessionStart): Scenario {
  const [named = "", ...orders] = text.split("~");
  const levers = Object.fromEntries(orders.map((part) => ordersOf(part, start)));
  return inOrder({ ...emptyScenario(), name: nameOf(named), levers }, start.levers);
}

function nameOf(text: string): string {
  try {
    return printable(decodeURIComponent(text), LONGEST_NAME);
  } catch {
    throw new AddressRefused("lab.addressPart", { part: printable(text, 40) });
  }
}

function ordersOf(text: string, start: SessionStart): [string, Order[]] {
  const at = text.indexOf("=");
  const lever = start.levers.find(({ id }) => id === text.slice(0, at));
  if (at < 0 || lever === undefined) throw new AddressRefused("lab.addressLever", { part: printable(text, 40) });
  const orders = text
    .slice(at + 1)
    .split(",")
    .map((part): Order => {
      const match = /^(-?\d{1,12}(?:\.\d{1,12})?)(?:@(\d{4}-\d{2}-\d{2}))?(?:\+(\d{1,3}(?:\.\d{1,6})?))?$/.exec(part);
      const to = Number(match?.[1] ?? Number.NaN);
      if (!(to >= lever.low && to <= lever.high))
        throw new AddressRefused("lab.addressLevel", { lever: lever.id, part: printable(part, 40) });
      return { to, from: match?.[2] ?? start.from, over: Number(match?.[3] ?? 0) };
    });
  // Days of the calendar compare as texts; a day that is none has no number.
  const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  const sound = orders.every(
    ({ from }, i) =>
      from >= start.from &&
      from <= start.to &&
      new Date(day(from) * 86_400_000 || Number.NaN).toJSON()?.slice(0, 10) === from &&
      (i === 0 || day(from) >= day(orders[i - 1]!.from) + 7 * orders[i - 1]!.over),
  );
  if (!sound) throw new AddressRefused("lab.addressDates", { lever: lever.id, from: start.from, to: start.to });
  return [lever.id, orders];
}
