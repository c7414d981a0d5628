import { createRoot } from "react-dom/client";
import { type Language, type SessionStart, translator } from "../index.ts";
import { App } from "./app.tsx";
import "./style.css";

const root = document.getElementById("lab") as HTMLElement;
const spoken: Language = navigator.language.toLowerCase().startsWith("es") ? "es" : "en";

try {
  const answer = await fetch(new URL("start.json", document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  const start = (await answer.json()) as SessionStart;
  createRoot(root).render(<App start={start} spoken={spoken} />);
} catch (error) {
  const line = document.createElement("p");
  line.setAttribute("role", "alert");
  line.textContent = translator(spoken)("lab.startFailed", {
    reason: error instanceof Error ? error.message : String(error),
  });
  root.replaceChildren(line);
}
