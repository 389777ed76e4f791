import { mount } from "svelte";
import "virtual:fonts.css";
import "./app.css";
import App from "./App.svelte";
import { app } from "./lib/app.svelte.ts";

await app.speak();
mount(App, { target: document.querySelector("#app")! });
if (import.meta.env.PROD && "serviceWorker" in navigator && isSecureContext)
  navigator.serviceWorker.register("./sw.js").catch(() => undefined); // without it the app needs the line, no more
