import { render } from "preact";
import { App } from "./app";
import { Page } from "./page";

const root = document.getElementById("app")!;
const app: App = new App(location.origin, (shown) => render(<Page shown={shown} act={(act) => app.act(act)} />, root));

// Without it Safari shows no touch on a button.
document.addEventListener("touchstart", () => undefined, { passive: true });

// Only where the connection is secure is there any.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js", { scope: "/remote" }).catch(() => undefined);
