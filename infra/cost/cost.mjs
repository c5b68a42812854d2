#!/usr/bin/env node
// What a month costs: prices.json (dated list prices) times brands.json (what a brand causes). Prints the table of
// docs/deploy.md; a test compares the two. Refresh prices.json, run again, and put the table there.
import { readFileSync } from "node:fs";

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const prices = read("prices.json");
const brands = read("brands.json");

const days = 30;
const hours = 24 * days;
// Timers: two each minute (pulls, detection), the watchdog each five, retries of notices each minute, one a day.
const timerRuns = days * (3 * 1440 + 288 + 1);
// A run is billed for a second at least.
const secondsARun = 1;
// host.json: a queue with nothing in it is asked every 2 s by each instance that is awake.
const pollsAnHour = 3600 / 2;
// Durable on storage: four control queues and a work-item queue, asked every 2 s; four leases renewed every 10 s.
const durablePollsAnHour = 5 * pollsAnHour;
const leaseWritesAnHour = 4 * 360;
// The life of a crisis wakes every five minutes for some three days; a turn is a dozen rows and messages.
const turnsACrisis = (3 * 1440) / 5;
const operationsATurn = 12;

function language(records) {
  let rest = records, before = 0, sum = 0;
  for (const [upTo, price] of prices.language.per1000Records) {
    const here = Math.min(rest, (upTo ?? Infinity) - before);
    sum += (here / 1000) * price;
    rest -= here;
    before = upTo ?? before;
    if (rest <= 0) break;
  }
  return sum;
}

function month(brand) {
  const f = prices.functions, s = prices.storage, m = prices.monitor;
  const mentions = brand.mentionsPerDay * days;
  const records = mentions * brand.paidShareOfTexts * Math.ceil(brand.charactersPerText / 1000);
  const pulls = brand.sources * days * 1440 / 2;
  const runs = timerRuns + pulls + mentions / 10 + brand.crisesPerMonth * turnsACrisis * operationsATurn;
  const awake = days * brand.hoursAwakePerDay;
  const warm = brand.alwaysReadyInstances;
  const gbSeconds = runs * secondsARun * brand.instanceGb;

  // On demand with the month's grant; always ready without, and billed while idle as well.
  const running = warm === 0
    ? Math.max(0, gbSeconds - f.freeGbSeconds) * f.onDemandGbSecond + Math.max(0, runs - f.freeExecutions) / 1e6 * f.onDemandMillionExecutions
    : gbSeconds * f.alwaysReadyActiveGbSecond + runs / 1e6 * f.alwaysReadyMillionExecutions;
  const keptWarm = warm * hours * 3600 * brand.instanceGb * f.alwaysReadyIdleGbSecond;

  const instances = Math.max(1, warm);
  const polls = instances * awake * (brand.polledQueues * pollsAnHour + durablePollsAnHour / Math.max(1, warm / 2));
  const idle = polls / 1e4 * s.queueOperations10k + awake * leaseWritesAnHour / 1e4 * s.blobWrites10k;

  const factor = brand.zoneAndGeo ? s.zoneAndGeoFactor : 1;
  const storedGb = mentions / days * brand.storedDays * brand.storedBytesPerMention / 1e9;
  const operations = mentions / 1000 * brand.storageOperationsPer1000Mentions + brand.crisesPerMonth * turnsACrisis * operationsATurn;
  const storage = factor * (operations / 1e4 * s.tableOperations10k + storedGb * s.tableGbMonth + runs / 1e4 * s.blobReads10k);

  const logGb = (mentions * brand.logKbPerMention / 1e6) + days * brand.logMbPerDay / 1000;
  const logs = Math.max(0, logGb - m.freeLogGbMonth) * m.logGb + logGb * Math.max(0, brand.logRetentionDays - 31) / 30 * m.extraRetentionGbMonth;
  const alerts = 3 * m.logAlertFiveMinutes + 2 * m.metricAlert;

  const bus = brand.networkIsolation ? hours * prices.serviceBus.premiumUnitHour : prices.serviceBus.standardMonth;
  const network = brand.networkIsolation ? 6 * (hours * prices.network.privateEndpointHour + prices.network.privateDnsZoneMonth) : 0;
  return {
    "Functions, running": running,
    "Functions, kept warm": keptWarm,
    "Sentiment": language(records),
    "Storage, idle polling and leases": idle,
    "Storage, the rest": storage,
    "Service Bus": bus,
    "Logs": logs,
    "Alert rules": alerts,
    "Private endpoints": network,
    "Key Vault": runs / 1e5 / 1e4 * prices.keyVault.operations10k + 0.03,
  };
}

const columns = Object.entries(brands).map(([name, brand]) => [name, month(brand)]);
const money = value => value.toFixed(2);
const lines = [
  `| ${prices.currency} a month, list prices of ${prices.asOf} | ${columns.map(([name]) => `${name} brand`).join(" | ")} |`,
  `|---|${columns.map(() => "---:").join("|")}|`,
  ...Object.keys(columns[0][1]).map(item => `| ${item} | ${columns.map(([, sums]) => money(sums[item])).join(" | ")} |`),
  `| **Sum** | ${columns.map(([, sums]) => `**${money(Object.values(sums).reduce((a, b) => a + b, 0))}**`).join(" | ")} |`,
];
console.log(lines.join("\n"));
