// Reads the API and follows its events; what it shows is always text, never markup.
"use strict";

const SHOWN_NODES = 200;
const SHOWN_EVENTS = 12;
const WAIT = 300; // milliseconds that changes are gathered before they are read

function element(tag, text, style) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (style) made.className = style;
  return made;
}

function badge(mark, word) {
  const signs = { good: "✓", doubtful: "!", bad: "✗", unknown: "?", plain: "·" };
  const made = element("span", undefined, "badge " + mark);
  const sign = element("span", signs[mark], "sign");
  sign.setAttribute("aria-hidden", "true");
  made.append(sign, " " + word);
  return made;
}

function table(id, heads, rows, none) {
  const here = document.getElementById(id);
  const head = element("tr");
  heads.forEach((each, i) => head.append(element("th", each, rows.length > 0 && typeof rows[0][i] === "number" ? "number" : "")));
  const body = rows.map((cells) => {
    const row = element("tr");
    cells.forEach((cell) => {
      const made = element("td", cell instanceof Node ? undefined : String(cell), typeof cell === "number" ? "number" : "");
      if (cell instanceof Node) made.append(cell);
      row.append(made);
    });
    return row;
  });
  if (rows.length === 0) {
    const row = element("tr");
    const cell = element("td", none);
    cell.colSpan = heads.length;
    row.append(cell);
    body.push(row);
  }
  here.replaceChildren(head, ...body);
}

function tile(mark, label, figure, text) {
  const made = element("div", undefined, "tile " + mark);
  made.append(element("div", label, "label"), element("div", figure, "figure"), element("div", text, "text"));
  return made;
}

async function read(path) {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (!response.ok && response.status !== 503) throw new Error(path + " answered " + response.status);
  return response.json();
}

function showSwitches(list) {
  table("switches", ["switch", "role", "session", "why not"],
    list.items.map((each) => [each.name, each.role,
      !each.told ? badge("plain", "not told") : each.up ? badge("good", "up") : badge("bad", "down"),
      each.up || !each.told ? "" : each.reason]),
    "The fabric has no switches yet.");
}

function showTables(list) {
  const rows = [];
  list.items.forEach((each) => (each.held || []).forEach((kind) =>
    rows.push([each.name, kind.kind, kind.entries, kind.foreign, each.source])));
  table("tables", ["switch", "kind of entry", "held", "not Heddle's", "read from"], rows,
    "No switch's tables were read yet.");
}

function showNodes(list) {
  const marks = { alive: "good", dead: "bad", unregistered: "unknown" };
  table("nodes", ["node", "state", "pods", "blocks", "leafs"],
    list.items.map((each) => [each.name, badge(marks[each.state], each.state), each.pods,
      each.blocks.map((block) => block.prefix).join(", "),
      (each.uplinks || []).map((uplink) => uplink.leaf).join(", ")]),
    "The fabric has no nodes that run pods yet.");
  document.getElementById("more").textContent =
    list.next ? "The first " + SHOWN_NODES + " nodes; the others are at /v1/nodes." : "";
}

function showFabric(fabric, switches, drift, ready) {
  const whole = (part, all) => (part === all ? "good" : "bad");
  const told = switches.items.filter((each) => each.told);
  const up = told.filter((each) => each.up).length;
  document.getElementById("tiles").replaceChildren(
    tile(told.length === 0 ? "plain" : whole(up, told.length), "Switches spoken with", up + " of " + told.length,
      fabric.switches - told.length + " are not told anything"),
    tile(whole(fabric["nodes-alive"], fabric["nodes-registered"]), "Nodes alive", fabric["nodes-alive"] + " of " + fabric.nodes,
      fabric["nodes-registered"] + " registered"),
    tile("plain", "Pods", String(fabric.pods), "revision " + fabric.revision),
    tile(drift.items.length === 0 ? "good" : "doubtful", "Drift", String(drift.items.length), "differences"));
  const verdict = document.getElementById("verdict");
  verdict.textContent = ready.ready ? "Ready" : "Not ready: " + ready.reasons.join("; ");
  verdict.className = "verdict " + (ready.ready ? "good" : "bad");
}

async function show() {
  const [fabric, switches, tables, drift, nodes, ready] = await Promise.all([
    read("/v1/fabric"), read("/v1/switches"), read("/v1/tables"), read("/v1/drift"),
    read("/v1/nodes?limit=" + SHOWN_NODES), read("/readyz")]);
  showFabric(fabric, switches, drift, ready);
  showSwitches(switches);
  showTables(tables);
  showNodes(nodes);
  table("drift", ["switch", "what", "wanted", "found"],
    drift.items.map((each) => [each.switch, each.what, each.wanted, each.found]),
    "Every switch that is spoken with is as it was told.");
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    show().catch(lost);
  }, WAIT);
}

function lost(error) {
  const verdict = document.getElementById("verdict");
  verdict.textContent = "The controller does not answer: " + error.message;
  verdict.className = "verdict bad";
}

const lately = [];
function happened(event) {
  let told = "";
  try {
    const data = JSON.parse(event.data);
    told = data.text ? data.subject + ": " + data.text
      : data.switch ? data.switch + (data.up === undefined ? "" : data.up ? " is up" : " is down: " + data.reason)
      : data.reason || "";
  } catch (error) {
    told = event.data;
  }
  lately.unshift([event.lastEventId, event.type, told]);
  lately.length = Math.min(lately.length, SHOWN_EVENTS);
  showEvents();
  later();
}

function showEvents() {
  table("events", ["revision", "event", "what"], lately, "Nothing since this page was opened.");
}

const events = new EventSource("/v1/watch");
["changed", "session", "tables", "configured", "warning", "reset"].forEach((type) => events.addEventListener(type, happened));
events.onopen = later;
events.onerror = () => lost(new Error("the stream of events ended; it is opened again"));
showEvents();
show().catch(lost);
setInterval(later, 30000);
