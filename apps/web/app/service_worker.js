// Keeps every file of the app, so that it is whole without a line. A new version waits until no page of the old one is
// open any more: a session that runs is never changed under somebody's hands.
const files = __FILES__;
const version = __VERSION__;
const name = `thenar-${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => Promise.all(files.map((file) => cache.add(new Request(file, { cache: "reload" }))))),
  );
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((each) => each.startsWith("thenar-") && each !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((each) => caches.delete(each))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = request.method === "GET" && url.origin === self.location.origin && !url.pathname.includes("/api/");
  if (!ours) return;
  const page = request.mode === "navigate";
  event.respondWith(
    caches
      .open(name)
      .then(async (cache) => (await cache.match(page ? "./" : request, { ignoreSearch: page })) ?? fetch(request)),
  );
});
