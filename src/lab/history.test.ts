import { expect, it } from "vitest";
import { changed, historyOf, redone, settled, undone } from "./history.ts";

it("takes a movement back in one step, and forward again", () => {
  let history = historyOf(0);
  for (const value of [1, 2, 3]) history = changed(history, value, "lever");
  history = changed(settled(history), 4, "lever");
  history = changed(history, 5);
  expect([history.now, history.past]).toEqual([5, [0, 3, 4]]);
  history = undone(undone(history));
  expect(history.now).toBe(3);
  history = redone(history);
  expect(history.now).toBe(4);
  history = undone(undone(undone(history)));
  expect([history.now, history.past.length]).toEqual([0, 0]);
  // What comes after a change of the past is forgotten.
  expect(changed(history, 9).future).toEqual([]);
});
