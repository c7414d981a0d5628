import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type ChartOptions, chart, type Series } from "../chart.ts";

/** Drawings that wait; each has a task of its own, so that levers never wait for all of them. */
const WAITING = new Map<object, () => void>();
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  const [first] = WAITING;
  if (first === undefined) return;
  const [owner, draw] = first;
  WAITING.delete(owner);
  draw();
  if (WAITING.size > 0) channel.port2.postMessage(0);
};

function drawSoon(owner: object, draw: () => void): void {
  if (WAITING.size === 0) channel.port2.postMessage(0);
  WAITING.delete(owner);
  WAITING.set(owner, draw);
}

interface Props extends Omit<ChartOptions, "width"> {
  readonly series: readonly Series[];
  /** By what the drawing is known; nothing while there is nothing new to be drawn, and what is there is out of date. */
  readonly shows: string | undefined;
}

/** A chart as wide as its place. */
export function ChartBox({ series, shows, ...options }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = place.current;
    if (box === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const { height, from, label, language, fromZero, shares = false } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it shows stands for the series
  useLayoutEffect(() => {
    const box = place.current;
    if (box === null || width === 0 || (shows === undefined && box.dataset.shows !== undefined)) return;
    // What is drawn is behind what is said beside it until its turn has come.
    box.setAttribute("aria-busy", "true");
    drawSoon(box, () => {
      box.replaceChildren(chart(series, { width, height, from, label, language, fromZero, shares }));
      box.dataset.shows = shows ?? "";
      box.removeAttribute("aria-busy");
    });
  }, [width, height, from, label, language, fromZero, shares, shows]);
  return (
    <div className={shows === undefined ? "chart-box old" : "chart-box"} ref={place} style={{ minHeight: height }} />
  );
}
