// The page for everybody: by keyboard alone, without script, dark, on a phone, at 200 % zoom; and that it keeps to itself.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { accessible, browse, command, download, fixture, paste, picture, today, verdict } from "./page.mjs";

const bad = fixture("reports/bad-phishing.yaml");

/** Presses a key until what has the focus fits, and gives how often. */
async function walk(page, key, fits, most = 400) {
  for (let count = 1; count <= most; count += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate(fits)) return count;
  }
  return assert.fail(`${key} does not lead to ${fits}`);
}

test("by keyboard alone: open, choose, check, fix", async (t) => {
  const { page } = await browse(t);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the form");
  assert.ok(await page.locator(".skip").isVisible());
  await walk(page, "Tab", () => document.activeElement.matches("#open > summary"));
  await page.keyboard.press("Enter");
  await walk(page, "Tab", () => document.activeElement.id === "text");
  await page.keyboard.insertText(fixture("base/full.yaml").replace("type: Hacking/IT Incident", "type: Cyberattack").replace("claimed: no", ""));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await verdict(page, "1 to fix");
  // From the list of what is wrong to the question, and to its fix.
  await walk(page, "Shift+Tab", () => document.activeElement.matches("#list a"));
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "breach.type");
  await walk(page, "Tab", () => document.activeElement.name === "fix");
  await page.keyboard.press("Enter");
  await verdict(page, "NO BLOCKING FAULT FOUND");
  // Yes and No by arrows, a box by space.
  await walk(page, "Tab", () => document.activeElement.name === "notice.substitute_notice_required");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => !document.getElementById("notice.substitute_notice_methods").hidden);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.getElementById("notice.substitute_notice_methods").hidden);
  await walk(page, "Tab", () => document.activeElement.value === "Took steps to mitigate harm");
  await page.keyboard.press("Space");
  assert.ok(await page.locator('[value="Took steps to mitigate harm"]').isChecked());
  // Return in a field checks, and says where the draft stands.
  await walk(page, "Tab", () => document.activeElement.id === "attestation.name");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "standing");
  const outlined = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outlined, "solid", "the focus is seen");
});

test("the verdict is announced, and every control has a name and its words", async (t) => {
  const { page } = await browse(t);
  await paste(page, bad);
  await verdict(page, "NOT READY TO FILE");
  assert.equal(await page.locator("#verdict").evaluate((element) => element.closest("[role=status]") !== null), true);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll("#form input:not([type=hidden]), #form select, #form textarea")]
      .filter((control) => !control.labels.length)
      .map((control) => control.name),
  );
  assert.deepEqual(nameless, []);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll("[aria-describedby]")].flatMap((control) =>
      control.getAttribute("aria-describedby").split(" ").filter((id) => !document.getElementById(id)),
    ),
  );
  assert.deepEqual(lost, [], "what describes a control is there");
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  assert.deepEqual(twice, []);
});

const looks = {
  light: {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
  "200 % zoom": { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  "400 % zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
for (const [look, options] of Object.entries(looks)) {
  test(`${look}: accessible, nothing cut off, the clock in view`, async (t) => {
    const { page } = await browse(t, options);
    await paste(page, bad);
    await verdict(page, "NOT READY TO FILE");
    await page.waitForTimeout(600);
    await accessible(page, look);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} pixels wider than the window`);
    await page.getByLabel("Brief Description of the Breach").scrollIntoViewIfNeeded();
    await page.waitForTimeout(600);
    const box = await page.locator("#verdict").boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 200, "the verdict stays in view");
    assert.match(await page.locator("#verdict").textContent(), /due 2026-03-03, 2 days left/);
    await picture(page, look.replace(/\W+/g, "-"));
  });
}

test("a rule's page is accessible", async (t) => {
  const { page, site } = await browse(t);
  await page.goto(new URL("rules/BR202", site.address).href);
  await page.getByRole("heading", { name: "BR202 discovered-before-occurred" }).waitFor();
  await accessible(page, "a rule");
});

test("without script: open, check, fix and download by plain forms", async (t) => {
  const { page, folder } = await browse(t, { javaScriptEnabled: false });
  await page.locator("#open > summary").click();
  await page.getByLabel("Or paste its text").fill(fixture("base/full.yaml").replace("Hacking/IT Incident", "Cyberattack"));
  await page.getByRole("button", { name: "Open the text" }).click();
  await verdict(page, "1 to fix");
  await page.getByRole("button", { name: "Use the form's term Hacking/IT Incident" }).click();
  await verdict(page, "NO BLOCKING FAULT FOUND");
  await page.getByLabel("Discovery Start Date").fill("2026-01-02");
  await page.getByRole("button", { name: "Check" }).click();
  await verdict(page, "1 to fix");
  assert.match(await page.locator('[id="found-breach.discovery_start_date"]').innerText(), /10 days before it begins/);
  await page.getByLabel("Discovery Start Date").fill("2026-01-20");
  await page.getByRole("button", { name: "Check" }).click();
  const words = await verdict(page, "NO BLOCKING FAULT FOUND");
  const saved = await download(page, "Download the draft", folder);
  assert.equal(command("check", saved, "--isolated", "--as-of", today).out.split("\n")[0], `${saved}: ${words}`);
});

test("the page cannot reach another place, and the browser is told so", async (t) => {
  const { page } = await browse(t);
  // Another server on this machine stands for the rest of the world.
  let reached = 0;
  const world = createServer((_, answer) => answer.end("reached"));
  world.on("connection", () => (reached += 1));
  await new Promise((resolve) => world.listen(0, "127.0.0.1", resolve));
  t.after(() => world.close());
  const elsewhere = `http://127.0.0.1:${world.address().port}/`;
  const response = await page.reload();
  assert.equal(
    response.headers()["content-security-policy"],
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  const refused = await page.evaluate(async (elsewhere) => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const results = [];
    results.push(await fetch(elsewhere).then(() => "sent", () => "refused"));
    const image = new Image();
    results.push(await new Promise((resolve) => {
      image.onload = () => resolve("shown");
      image.onerror = () => resolve("refused");
      image.src = elsewhere;
    }));
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.head.append(script);
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.head.append(style);
    await new Promise((resume) => setTimeout(resume, 200));
    return { results, ran: globalThis.ran === true, hidden: getComputedStyle(document.body).display, violations: violations.sort() };
  }, elsewhere);
  assert.deepEqual(refused.results, ["refused", "refused"]);
  assert.equal(refused.ran, false);
  assert.equal(refused.hidden, "block");
  assert.deepEqual(refused.violations, ["connect-src", "img-src", "script-src-elem", "style-src-elem"]);
  assert.equal(reached, 0, "nothing left the page");
  assert.equal(await (await fetch(elsewhere)).text(), "reached", "and it could have");
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, "nothing is stored");
});

test("another site's page can neither read nor post", async (t) => {
  const { page, site, context } = await browse(t);
  const other = await context.newPage();
  await other.goto("about:blank");
  const outcome = await other.evaluate(async (address) => {
    const read = await fetch(address).then(() => "read", () => "refused");
    const post = await fetch(`${address}api/check`, { method: "POST", body: "x" }).then(() => "read", () => "refused");
    const blind = await fetch(`${address}api/check`, { method: "POST", mode: "no-cors", body: "x" }).then((answer) => answer.type, () => "refused");
    return { read, post, blind };
  }, site.address);
  assert.deepEqual(outcome, { read: "refused", post: "refused", blind: "refused" });
  await page.reload();
  await verdict(page, "Nothing is answered yet");
});
