// A page that runs, and a browser that looks at it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";

const tools = createRequire(join(process.env.TOOLS, "package.json"));
const { chromium } = tools("playwright-core");
const axe = readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");
const binary = process.env.BREACHLINT;
export const today = "2026-03-01";

export const fixture = (path) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), "utf8");

/** What the command says about a file, and its exit code. */
export function command(...args) {
  try {
    return { code: 0, out: execFileSync(binary, args, { encoding: "utf8" }) };
  } catch (error) {
    return { code: error.status, out: error.stdout };
  }
}

/** Starts the page; gives its address and what ends it. */
export async function serve() {
  const child = spawn(binary, ["serve", "--as-of", today], { stdio: ["ignore", "pipe", "ignore"] });
  const [address] = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve([line]));
    child.once("exit", () => reject(new Error("the page did not start")));
  });
  return { address, end: () => new Promise((resolve) => child.once("exit", resolve) && child.kill("SIGINT")) };
}

let launched;
const browser = () => (launched ??= chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] }));
after(async () => (await launched)?.close());

/** A window of a browser, a folder for what it saves, and every address that it asked for. */
export async function browse(t, options = {}) {
  const site = await serve();
  const folder = mkdtempSync(join(tmpdir(), "breachlint-browser-"));
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  t.after(async () => {
    await context.close();
    await site.end();
    rmSync(folder, { recursive: true });
  });
  await page.goto(site.address);
  return { page, context, site, folder, asked, complaints };
}

/** Waits until the verdict says so. */
export async function verdict(page, wanted) {
  const found = page.locator("#verdict");
  try {
    await found.filter({ hasText: wanted }).waitFor({ timeout: 30_000 });
  } catch {
    assert.fail(`the verdict is ${await found.textContent()}, not ${wanted}; ${await page.locator("#list").innerText()}`);
  }
  return (await found.textContent()).replace(/^[✗✓!]\s*/, "");
}

/** Saves what a button gives. */
export async function download(page, button, folder) {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  const path = join(folder, saved.suggestedFilename());
  await saved.saveAs(path);
  return path;
}

/** Opens a pasted text. */
export async function paste(page, text) {
  await page.locator("#open > summary").click();
  await page.getByLabel("Or paste its text").fill(text);
  await page.getByRole("button", { name: "Open the text" }).click();
}

/** Holds what is shown to axe's rules for WCAG 2.2 AA and its best practices. */
export async function accessible(page, what) {
  await page.evaluate(`${axe};1`);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  assert.ok(passes.length > 15, "axe has looked");
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], what);
}

/** Takes a picture, where somebody wants pictures. */
export async function picture(page, name) {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
}
