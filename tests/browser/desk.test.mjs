// What a compliance officer does on the page: from an empty form to a draft to file, fixes, files in and out.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, browse, command, download, fixture, paste, picture, today, verdict } from "./page.mjs";

/** Answers a question by its label, in the screen called `screen`. */
async function answer(page, screen, label, value) {
  const group = page.locator(`[id="${screen}"]`);
  const control = group.getByLabel(label, { exact: true }).first();
  if ((await control.evaluate((element) => element.tagName)) === "SELECT") await control.selectOption(value);
  else await control.fill(value);
}

async function choose(page, question, ...options) {
  for (const option of options) await page.locator(`[id="${question}"]`).getByLabel(option, { exact: true }).check();
}

test("a phishing breach goes from an empty form to no blocking fault", async (t) => {
  const { page, folder, asked, complaints, site } = await browse(t);
  await verdict(page, "Nothing is answered yet");
  await accessible(page, "the empty form");
  await picture(page, "empty");

  await answer(page, "filing", "Who is filing", "Covered Entity filing for its own organization");
  await verdict(page, "NOT READY TO FILE");
  const entity = "covered_entity[0]";
  await answer(page, entity, "Name of Covered Entity", "Merrowdale Family Practice");
  await answer(page, entity, "Type of Covered Entity", "Healthcare Provider");
  await answer(page, entity, "Street Address Line 1", "418 Tannery Lane");
  await answer(page, entity, "City", "Frederick");
  await answer(page, entity, "State", "MD");
  await answer(page, entity, "ZIP Code", "21701");
  await answer(page, entity, "First Name", "Imogen");
  await answer(page, entity, "Last Name", "Tressider");
  await answer(page, entity, "Email", "privacy@merrowdale.example.org");
  await answer(page, entity, "Phone Number (include area code)", "301-555-0142");
  await answer(page, entity, "Usage", "Work");

  await answer(page, "breach", "Breach Affecting", "500 or More Individuals");
  await answer(page, "breach", "Breach Start Date", "2026-01-12");
  await answer(page, "breach", "Breach End Date", "2026-01-14");
  await answer(page, "breach", "Discovery Start Date", "2026-01-20");
  await answer(page, "breach", "Discovery End Date", "2026-01-21");
  // The 60 days: counted from the discovery, shown at once, with the paragraph.
  const clock = page.locator("#clocks li").filter({ hasText: "report to HHS (500 or more)" });
  await clock.waitFor();
  assert.match(await clock.innerText(), /2026-03-21 .*20 days left\s+Discovered 2026-01-20 \+ 60 calendar days \(45 CFR 164\.408\(b\)\)/s);
  await answer(page, "breach", "Approximate Number of Individuals Affected by the Breach", "1204");
  await page.locator('[id="breach.residents_by_state"]').fill("MD 1121\nPA 58\nVA 25");
  await page.locator("#clocks li").filter({ hasText: "notice to media in MD" }).waitFor();

  // Phishing told as theft: the page says so at the type.
  await answer(page, "breach", "Type of Breach", "Theft");
  await choose(page, "breach.location", "Email");
  assert.equal(await page.locator('[id="q-breach.location_other"]').isVisible(), false, "what does not apply is not asked");
  await choose(page, "breach.phi.types", "Clinical", "Demographic", "Financial");
  await page.locator('[id="breach.phi.clinical"]').waitFor({ state: "visible" });
  await choose(page, "breach.phi.clinical", "Diagnosis/Conditions");
  await choose(page, "breach.phi.demographic", "Address/ZIP", "Date of Birth", "Name", "SSN");
  await choose(page, "breach.phi.financial", "Claims Information");
  const told = /description: >-\n([\s\S]*?)\n {2}safeguards/.exec(fixture("base/full.yaml"))[1].replace(/\s+/g, " ").trim();
  await page.getByLabel("Brief Description of the Breach").fill(told);
  const finding = page.locator('[id="found-breach.type"] .finding').first();
  await finding.waitFor();
  assert.match(await finding.innerText(), /Verify: |Fix: /);
  await finding.getByText("Why?").click();
  await finding.getByRole("link", { name: /The whole rule/ }).waitFor({ state: "visible" });
  await accessible(page, "a form with findings");
  await answer(page, "breach", "Type of Breach", "Hacking/IT Incident");
  await finding.waitFor({ state: "detached" });
  for (const box of await page.locator('[id="breach.safeguards"]').getByLabel(/(Privacy|Security) Rule/).all()) await box.check();

  await answer(page, "notice", "Individual Notice Provided Start Date", "2026-02-24");
  await answer(page, "notice", "Individual Notice Provided Projected/Expected End Date", "2026-02-27");
  await choose(page, "notice.individual_notice_methods", "First-class mail");
  await choose(page, "notice.substitute_notice_required", "No");
  await choose(page, "notice.media_notice_required", "Yes");
  await page.locator('[id="notice.media_notice_states"]').waitFor({ state: "visible" });
  await choose(page, "notice.media_notice_states", "MD");
  await choose(page, "notice.media_notice_methods", "Press release to prominent media outlets");
  await choose(page, "notice.law_enforcement_delay.claimed", "No");
  await choose(
    page,
    "notice.actions",
    "Changed password/strengthened password requirements",
    "Implemented new technical safeguards",
    "Provided individuals with free credit monitoring",
    "Trained or retrained workforce members",
  );
  await answer(page, "attestation", "Name", "Imogen Tressider");
  const words = await verdict(page, "NO BLOCKING FAULT FOUND: due 2026-03-21, 20 days left");

  const saved = await download(page, "Download the draft", folder);
  const said = command("check", saved, "--isolated", "--as-of", today);
  assert.equal(said.code, 0);
  assert.equal(said.out.split("\n")[0], `${saved}: ${words}`, "the command says the same of the saved draft");
  assert.match(readFileSync(saved, "utf8"), /^schema_version: 1\n/);
  const findings = readFileSync(await download(page, "Download the findings", folder), "utf8");
  assert.match(findings, /NO BLOCKING FAULT FOUND/);
  const worksheet = await download(page, "Download the worksheet", folder);
  const sheet = readFileSync(worksheet, "utf8");
  assert.match(sheet, /01\/20\/2026/, "dates as the portal takes them");
  assert.match(sheet, /Merrowdale Family Practice/);
  const events = readFileSync(await download(page, "Download the clocks as a calendar", folder), "utf8");
  assert.match(events, /^BEGIN:VCALENDAR\r\n/);
  assert.match(events, /DTSTART;VALUE=DATE:20260321/);

  assert.deepEqual([...new Set(asked.map((url) => new URL(url).origin))], [new URL(site.address).origin], "nothing else was asked");
  assert.deepEqual(complaints, []);
});

test("a fix is made by one click and the question keeps the focus", async (t) => {
  const { page, complaints } = await browse(t);
  await paste(page, fixture("base/full.yaml").replace("Hacking/IT Incident", "Cyberattack"));
  await verdict(page, "1 to fix");
  const question = page.locator('[id="q-breach.type"]');
  await question.getByRole("button", { name: "Use the form's term Hacking/IT Incident" }).click();
  await verdict(page, "NO BLOCKING FAULT FOUND");
  assert.equal(await page.getByLabel("Type of Breach").inputValue(), "Hacking/IT Incident");
  assert.equal(await page.evaluate(() => document.activeElement.id), "breach.type");
  assert.match(await page.locator("#note").innerText(), /^Done: use the form's term Hacking\/IT Incident\.$/);
  assert.deepEqual(complaints, []);
});

test("typing does not move the focus or lose a letter", async (t) => {
  const { page } = await browse(t);
  await paste(page, fixture("base/full.yaml"));
  await verdict(page, "NO BLOCKING FAULT FOUND");
  const city = page.locator('[id="covered_entity[0].city"]');
  await city.fill("");
  await city.pressSequentially("Frederick upon the River Monocacy", { delay: 60 });
  await verdict(page, "NO BLOCKING FAULT FOUND");
  assert.equal(await city.inputValue(), "Frederick upon the River Monocacy");
  assert.equal(await page.evaluate(() => document.activeElement.id), "covered_entity[0].city");
  await page.getByLabel("Breach Start Date").fill("2026-02-30");
  await verdict(page, "1 to fix");
  assert.equal(await page.getByLabel("Breach Start Date").getAttribute("aria-invalid"), "true");
  await page.getByLabel("Breach Start Date").fill("2026-01-12");
  await verdict(page, "NO BLOCKING FAULT FOUND");
  assert.equal(await page.getByLabel("Breach Start Date").getAttribute("aria-invalid"), null);
});

test("files are dropped or chosen: a draft, a log as CSV, the log workbook", async (t) => {
  const { page, folder, complaints } = await browse(t);
  await page.setInputFiles("#file", { name: "draft.json", mimeType: "application/json", buffer: Buffer.from(command("normalize", "fixtures/base/full.yaml", "--to", "json", "--as-of", today).out) });
  await verdict(page, "NO BLOCKING FAULT FOUND");
  assert.equal(await page.getByLabel("Name of Covered Entity").inputValue(), "Merrowdale Family Practice");

  const log = "covered_entity.name,breach.type,breach.individuals_affected\nOld Mill Clinic,Loss,12\nNew Mill Clinic,Theft,7\n";
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "log.csv"));
    return transfer;
  }, log);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await page.getByRole("heading", { name: "log.csv: 2 reports" }).waitFor();
  await accessible(page, "a log");
  await picture(page, "log");
  await page.getByRole("button", { name: "Open Row 3" }).click();
  await page.waitForFunction(() => document.getElementById("covered_entity[0].name").value === "New Mill Clinic");
  await page.getByRole("button", { name: "Open Row 2" }).waitFor({ state: "visible" });

  const workbook = join(folder, "log.xlsx");
  assert.equal(command("new", "--log", workbook).code, 0);
  execFileSync("python3", [new URL("fill_log.py", import.meta.url).pathname, workbook]);
  await page.setInputFiles("#file", workbook);
  await page.getByRole("heading", { name: "log.xlsx: 1 report" }).waitFor();
  await page.getByText("What Row 2 lacks").click();
  assert.match(await page.locator(".reports").innerText(), /Row 2: Sandhollow Eye Clinic, Loss, 2026-01-05/);
  await page.getByRole("button", { name: "Open Row 2" }).click();
  await page.waitForFunction(() => document.getElementById("covered_entity[0].name").value === "Sandhollow Eye Clinic");
  assert.equal(await page.getByLabel("Discovery Start Date").inputValue(), "2026-01-05");
  assert.deepEqual(complaints, []);
});

test("what is typed is not thrown away without asking", async (t) => {
  const { page } = await browse(t);
  await page.getByLabel("Name of Covered Entity").fill("Old Mill Clinic");
  const asked = [];
  page.on("dialog", (dialog) => asked.push(dialog.message()) && dialog.dismiss());
  await paste(page, fixture("base/full.yaml"));
  await page.waitForTimeout(500);
  assert.deepEqual(asked, ["Replace what is in the form now?"]);
  assert.equal(await page.getByLabel("Name of Covered Entity").inputValue(), "Old Mill Clinic");
});

test("that breachlint has ended is said", async (t) => {
  const { page, site } = await browse(t);
  await site.end();
  site.end = async () => {};
  await page.getByLabel("Name of Covered Entity").fill("Old Mill Clinic");
  await page.locator("#note").filter({ hasText: "breachlint does not answer any more" }).waitFor();
});
