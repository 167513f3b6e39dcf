// Looks at the pages that rothcheck writes as people do: in a browser, narrow and wide, light and dark, with and without
// script, on paper. Holds them to axe-core and html-validate.
// Usage: node look.mjs PROGRAM PROJECT SCRATCH CHROMIUM [PICTURES]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { HtmlValidate } from 'html-validate/node';

const [program, project, scratch, browserPath, pictures] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let held = 0;
const failures = [];
const hold = (what, good, detail = '') => {
  held += 1;
  if (!good) failures.push(`${what}${detail ? `: ${detail}` : ''}`);
};

fs.rmSync(scratch, { recursive: true, force: true });
fs.mkdirSync(scratch, { recursive: true });
const run = (...words) => {
  const done = spawnSync(program, words, { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status === null || done.status > 1) {
    console.error(`rothcheck ${words.join(' ')} ended with ${done.status}\n${done.stderr}`);
    process.exit(1);
  }
};
for (const name of ['harbor.plan', 'people.csv'])
  fs.copyFileSync(path.join(project, 'tests/golden', name), path.join(scratch, name));
const long = 'L'.repeat(10000);
fs.writeFileSync(path.join(scratch, 'hostile.plan'), `plan "<script>alert(1)</script> \u202e${'N'.repeat(500)}" {
  type 401(k)
  year 2026
  contributions { pre-tax allowed; roth allowed; after-tax allowed
    after-tax not allowed for class "<b>&${'C'.repeat(300)}"
    limit 10% of pay on after-tax cite "SPD <img src=x onerror=alert(1)>"
  }
}\n`);
fs.writeFileSync(path.join(scratch, 'hostile.csv'), `id,age,pay,prior_year_pay,pre_tax,class
<script>alert(1)</script>,30,150000,140000,10000,a
"=HYPERLINK(""http://x"")",30,150000,140000,10000,a
E\u202e3,30,150000,140000,10000,a
${long},30,150000,140000,10000,a
E5,30,<b>oops</b>,140000,10000,a
E6,,,,,
`);
const many = ['id,age,pay,prior_year_pay,pre_tax'];
for (let i = 0; i < 3000; i += 1) many.push(`M${i},30,${60000 + i},60000,10000`);
fs.writeFileSync(path.join(scratch, 'many.csv'), `${many.join('\n')}\n`);

const pages = {
  people: ['check', 'harbor.plan', '--participants', 'people.csv', '--acp', '-f', 'html:people.html'],
  plan: ['check', 'harbor.plan', '-f', 'html:plan.html'],
  hostile: ['check', 'hostile.plan', '--participants', 'hostile.csv', '-f', 'html:hostile.html'],
  several: ['check', 'harbor.plan', 'hostile.plan', '--participants', 'people.csv', '-f', 'html:several.html'],
  many: ['check', 'harbor.plan', '--participants', 'many.csv', '-f', 'html:many.html'],
};
for (const words of Object.values(pages)) run(...words);
// What has no script and no people's table.
const sheets = {
  card: ['card', 'harbor.plan', '-f', 'html:card.html'],
  'hostile-card': ['card', 'hostile.plan', '-f', 'html:hostile-card.html'],
  letter: ['letter', 'harbor.plan', '--participants', 'people.csv', '--id', 'Ben', '-f', 'html:letter.html'],
  'hostile-letter': ['letter', 'hostile.plan', '--participants', 'hostile.csv', '--id', long, '-f', 'html:hostile-letter.html'],
};
for (const words of Object.values(sheets)) run(...words);
Object.assign(pages, sheets);

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  // A name with marks of HTML in it is longer escaped than it is.
  rules: { 'long-title': 'off' } });
for (const name of Object.keys(pages)) {
  const report = await validator.validateFile(path.join(scratch, `${name}.html`));
  const said = report.results.flatMap((one) => one.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`));
  hold(`${name}.html is valid`, report.valid, said.slice(0, 5).join('; '));
}

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const open = async (name, options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const where = `${name} at ${options.viewport.width}${options.colorScheme === 'dark' ? ', dark' : ''}`;
  const file = `file://${path.join(scratch, `${name}.html`)}`;
  page.on('console', (message) => hold(`${where}: nothing is said`, false, message.text()));
  page.on('pageerror', (error) => hold(`${where}: the script runs`, false, error.message));
  page.on('dialog', (dialog) => { hold(`${where}: nothing of the input runs`, false); dialog.dismiss(); });
  page.on('request', (request) => hold(`${where}: it asks nobody`, request.url() === file, request.url()));
  await page.goto(file);
  return { context, page, where };
};

const looks = [
  { viewport: { width: 320, height: 800 } },
  { viewport: { width: 768, height: 900 } },
  { viewport: { width: 1280, height: 900 } },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
];
for (const name of Object.keys(pages)) {
  for (const look of name === 'people' ? looks : [looks[0], looks[3]]) {
    const { context, page, where } = await open(name, look);
    if (name !== 'many') await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    hold(`${where}: nothing sticks out sideways`, width <= look.viewport.width, `${width}`);
    if (name !== 'many') {
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      hold(`${where}: axe finds nothing`, found.violations.length === 0,
        found.violations.map((v) => `${v.id} (${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(', ')})`).join('; '));
    }
    if (pictures) {
      fs.mkdirSync(pictures, { recursive: true });
      const shade = look.colorScheme === 'dark' ? '-dark' : '';
      await page.screenshot({ path: path.join(pictures, `${name}-${look.viewport.width}${shade}.png`), fullPage: name !== 'many' });
    }
    await context.close();
  }
}

// What the script adds.
{
  const { context, page, where } = await open('people', looks[2]);
  const visible = () => page.locator('.people > tbody:visible').count();
  const all = await visible();
  await page.fill('input[type=search]', 'ben');
  hold(`${where}: an id is found`, await visible() === 1);
  hold(`${where}: how many are shown is said`, (await page.textContent('.status')) === `Showing 1 of ${all}`);
  await page.fill('input[type=search]', '');
  await page.check('input[value=available]');
  const available = await page.locator('.people > tbody[data-v=available]').count();
  hold(`${where}: a choice shows its people`, available > 0 && await visible() === available);
  await page.check('input[value=all]');
  const room = page.locator('.people > thead th').nth(2);
  await room.locator('button').click();
  const rooms = async () => (await page.locator('.people > tbody > tr:first-child > td:nth-child(3)').allTextContents())
    .map((text) => parseFloat(text.replace(/,/g, '')));
  const falling = await rooms();
  hold(`${where}: rooms fall`, falling.every((one, at) => at === 0 || falling[at - 1] >= one), falling.join(' '));
  hold(`${where}: the order is told`, await room.getAttribute('aria-sort') === 'descending');
  await room.locator('button').press('Enter');
  const rising = await rooms();
  hold(`${where}: rooms rise`, rising.every((one, at) => at === 0 || rising[at - 1] <= one), rising.join(' '));
  await page.click('.open-all');
  hold(`${where}: all open`, await page.locator('.people details:not([open])').count() === 0);
  const id = await page.locator('.people > tbody').first().getAttribute('id');
  await page.click('.open-all');
  await page.evaluate((hash) => { location.hash = hash; }, id);
  await page.waitForSelector(`#${id} details[open]`, { timeout: 2000 }).catch(() => {});
  hold(`${where}: a link opens its person`, await page.locator(`#${id} details[open]`).count() === 1);
  const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
  hold(`${where}: it prints`, pdf.length > 10000);
  if (pictures) fs.writeFileSync(path.join(pictures, 'people.pdf'), pdf);
  await context.close();
}
// Without it everything is there.
{
  const { context, page, where } = await open('people', { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  hold(`${where}, no script: everybody is there`, await page.locator('.people > tbody:visible').count() > 0);
  hold(`${where}, no script: nothing that needs it is shown`, await page.locator('[data-js]:visible').count() === 0);
  await context.close();
}
await browser.close();

failures.forEach((failure) => console.error(failure));
console.log(`${held - failures.length} held, ${failures.length} did not`);
process.exit(failures.length ? 1 : 0);
