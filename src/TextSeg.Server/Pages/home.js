const find = (selector) => document.querySelector(selector);
const day = (time) => new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

async function ask(path, options) {
  const answer = await fetch(`/api/v1/${path}`, options);
  if (answer.status === 401) {
    location.replace('/sign-in');
    return new Promise(() => {});
  }
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.detail ?? body.title);
  }
  return body;
}

function line(title, note) {
  const item = document.createElement('li');
  const small = document.createElement('small');
  small.textContent = note;
  item.append(title, small);
  return item;
}

function showWorkspaces(workspaces) {
  find('[data-list=workspaces]').replaceChildren(...(workspaces.length === 0
    ? [line('There is none yet.', 'textseg mine makes one, and so does POST /api/v1/workspaces.')]
    : workspaces.map((one) => line(one.title, one.title === one.name ? `since ${day(one.createdAt)}` : `${one.name}, since ${day(one.createdAt)}`))));
  find('select[name=workspace]').append(...workspaces.map((one) => new Option(one.title, one.name)));
}

function showMe(me) {
  const facts = { name: me.name, role: me.role, workspace: me.workspace ?? 'all workspaces', expiresAt: me.expiresAt ? day(me.expiresAt) : 'no end' };
  for (const place of document.querySelectorAll('[data-me]')) {
    place.textContent = facts[place.dataset.me];
  }
  for (const part of document.querySelectorAll('[data-right]')) {
    part.hidden = !me.rights.includes(part.dataset.right);
  }
  if (me.workspace) {
    find('select[name=workspace] option').remove();
  }
}

async function makeKey(event) {
  event.preventDefault();
  const [form, fault, secret] = [event.target, find('.fault'), find('[data-secret]')];
  const { name, role, workspace, days } = Object.fromEntries(new FormData(form));
  const expiresAt = days ? new Date(Date.now() + days * 86_400_000).toISOString() : null;
  fault.hidden = secret.hidden = true;
  try {
    const made = await ask('keys', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, role, workspace: workspace || null, expiresAt }) });
    secret.querySelector('code').textContent = made.secret;
    secret.hidden = false;
    form.reset();
  } catch (problem) {
    fault.textContent = problem.message;
    fault.hidden = false;
  }
}

find('[data-form=key]').addEventListener('submit', makeKey);
find('[data-secret] button').addEventListener('click', () => navigator.clipboard.writeText(find('[data-secret] code').textContent));
const me = await ask('me');
showMe(me);
showWorkspaces((await ask('workspaces?limit=1000')).items);
find('main').hidden = false;
