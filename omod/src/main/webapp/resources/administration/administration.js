// The administrator's page: what works, what needs attention, and what this dictionary can supply. Everything is written as text.
const context = location.pathname.split('/moduleResources/')[0];
const message = document.getElementById('message');

async function read(resource) {
  const response = await fetch(`${context}/ws/rest/v1/aisupport/${resource}`, {
    headers: { Accept: 'application/json', 'Disable-WWW-Authenticate': 'true' },
  });
  if (response.ok) {
    return response.json();
  }
  if (response.status === 401) {
    throw new Error('You are not logged in. Log in to OpenMRS in this browser, then reload this page.');
  }
  if (response.status === 403) {
    throw new Error('Your account lacks the privilege “Manage AI Support”.');
  }
  throw new Error(`The server answered ${response.status}. Look into its log.`);
}

function row(tableId, cells) {
  const tr = document.querySelector(`#${tableId} tbody`).insertRow();
  for (const cell of cells) {
    const td = tr.insertCell();
    td.textContent = cell.text ?? cell;
    td.className = cell.className ?? '';
  }
}

const yesNo = (yes, words) => ({ text: yes ? words[0] : words[1], className: yes ? 'good' : 'bad' });

function concept({ display, matchedBy, unit }) {
  return `${display} (${[matchedBy, unit].filter(Boolean).join(', ')})`;
}

const number = ({ count, fewerThan }) => (count === undefined ? `fewer than ${fewerThan}` : `${count}`);

function recorded({ label, patients, sensitive }) {
  if (patients) {
    return `${label}: ${number(patients)}`;
  }
  return `${label}: ${sensitive ? 'not counted, a sensitive topic' : 'not in this dictionary'}`;
}

// Looks at many records and is audited, so it waits for a click.
async function countPatients() {
  const said = document.getElementById('counted');
  said.textContent = 'Counting…';
  try {
    const counts = await read('coverage/patients');
    document.querySelector('#counts tbody').replaceChildren();
    counts.rules.forEach((rule) => row('counts', [rule.label, rule.inputs.map(recorded).join('; ')]));
    document.getElementById('counts').hidden = false;
    said.textContent = `Counted ${new Date(counts.countedAt).toLocaleString()}. Patients who permit it: ${number(counts.permitted)}.`;
  } catch (problem) {
    said.textContent = problem.message;
  }
}

function show(status, coverage) {
  status.checks.forEach((check) => row('checks', [check.check, yesNo(check.ok, ['in place', 'needs attention']), check.detail]));
  coverage.rules.forEach((rule) =>
    row('rules', [
      rule.label,
      rule.switchedOff ? rule.lacksVariant || 'switched off here' : yesNo(rule.canFire, ['yes', 'no']),
      rule.missingInputs.join('; '),
    ]),
  );
  coverage.inputs.forEach((input) =>
    row('inputs', [
      input.label,
      yesNo(input.available, ['yes', 'no']),
      input.concepts.map(concept).join('; '),
      input.problems.join('; '),
    ]),
  );
  status.recentFailures.forEach((failure) => row('failures', [failure.at, failure.engine, failure.message]));
  document.getElementById('mapping').textContent =
    `Mapping ${coverage.mappingSource}, version ${coverage.mappingVersion}. Only SAME-AS mappings count.`;
  document.querySelectorAll('section').forEach((section) => {
    section.hidden = section.querySelector('tbody').rows.length === 0 && !section.querySelector('button');
  });
  message.textContent = `Module version ${status.version}.`;
}

document.getElementById('count').addEventListener('click', () => void countPatients());

try {
  const [status, coverage] = await Promise.all([read('status'), read('coverage')]);
  show(status, coverage);
} catch (problem) {
  message.textContent = problem.message;
}
