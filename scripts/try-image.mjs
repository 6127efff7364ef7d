/**
 * Performs the steps of docker/Dockerfile without Docker: COPY and RUN in empty temporary folders, then CMD and HEALTHCHECK on the embedded
 * stores. It shows that what the image holds is enough to start. The base image, its user and its system libraries it cannot show.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const context = fileURLToPath(new URL('..', import.meta.url));
const READY_MS = 60_000;
const STOP_MS = 20_000;
/** How the command line is called inside the image. */
const COMMAND_LINE = ['node', 'dist/apps/cli/main.js', 'keys', 'list'];

const say = (line) => void process.stdout.write(`${line}\n`);

function fail(message) {
  throw new Error(message);
}

/** The instructions of a Dockerfile in order, each with the number of its first line. */
function parse(text) {
  const instructions = [];
  let open;
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return;
    const [, name, rest] = open ? [undefined, open.name, `${open.rest} ${line.trim()}`] : (/^\s*([A-Za-z]+)\s+(.*\S)\s*$/.exec(line) ?? fail(`line ${index + 1} cannot be read: ${line}`));
    const instruction = { line: open?.line ?? index + 1, name: name.toUpperCase(), rest: rest.replace(/\s*\\$/, '') };
    open = rest.endsWith('\\') ? instruction : undefined;
    if (!open) instructions.push(instruction);
  });
  return instructions;
}

/** Takes `--name=value` off the front; flags that are not known are refused. */
function flagsOf(rest, known) {
  const flags = {};
  for (let found; (found = /^--([a-z-]+)=(\S+)\s+/.exec(rest)); rest = rest.slice(found[0].length)) {
    if (!known.includes(found[1])) fail(`--${found[1]} is not known here`);
    flags[found[1]] = found[2];
  }
  return { flags, rest };
}

/** The form with brackets, which starts the program itself and no shell before it. */
function execForm(rest) {
  if (!rest.startsWith('[')) fail('only the form ["program", "argument"] is known here');
  const words = JSON.parse(rest);
  if (words[0] !== 'node') fail(`${words[0]} is started, and only node is known here`);
  return words;
}

const plain = (word) => (/[$"'`*?]/.test(word) ? fail(`${word}: variables, quotes and wildcards are not known here`) : word);

/**
 * Whether a path of the context goes to the build, as .dockerignore says: the last rule that matches the path or a folder above it counts.
 */
function readIgnore(text) {
  const rules = text.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line)).map((line) => {
    const [, not, pattern] = /^(!?)\/?(.*?)\/?\s*$/.exec(line);
    if (/[?[\\]/.test(pattern)) fail(`.dockerignore: ${line} is not known here`);
    const form = pattern.replace(/[.+^${}()|]/g, '\\$&').replace(/\*\*\/|\*\*|\*/g, (stars) => ({ '**/': '(.*/)?', '**': '.*', '*': '[^/]*' })[stars]);
    return { taken: not === '!', form: new RegExp(`^${form}$`) };
  });
  return (path) => {
    const steps = path.split('/');
    const above = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    return rules.findLast(({ form }) => above.some((each) => form.test(each)))?.taken ?? true;
  };
}

/** Where a path of the image lies in the folder of its stage. */
const inside = (stage, path) => join(stage.root, ...posix.resolve(stage.workdir, path).split('/'));

const STEPS = {
  ENV(stage, rest) {
    const [, name, value] = /^(\w+)=(\S+)$/.exec(rest) ?? fail('only ENV NAME=value is known here');
    stage.env[name] = plain(value);
  },
  WORKDIR(stage, rest) {
    stage.workdir = posix.resolve(stage.workdir, plain(rest));
    mkdirSync(inside(stage, '.'), { recursive: true });
  },
  USER(stage, rest) {
    stage.user = plain(rest);
  },
  EXPOSE(stage, rest) {
    stage.port = plain(rest);
  },
  CMD(stage, rest) {
    stage.command = execForm(rest);
  },
  HEALTHCHECK(stage, rest) {
    const { rest: command } = flagsOf(rest, ['interval', 'timeout', 'start-period', 'retries']);
    stage.health = execForm(/^CMD\s+(.*)$/.exec(command)?.[1] ?? fail('only HEALTHCHECK … CMD is known here'));
  },
  COPY(stage, rest, { stages, takes }) {
    const { flags, rest: paths } = flagsOf(rest, ['from']);
    const sources = paths.split(/\s+/).map(plain);
    const target = sources.pop();
    const from = flags.from === undefined ? undefined : stageNamed(stages, flags.from);
    const intoFolder = target.endsWith('/') || sources.length > 1;
    for (const source of sources) {
      const path = from ? inside({ ...from, workdir: '/' }, source) : join(context, source);
      if (!existsSync(path)) fail(`${source} is not ${from ? `in the stage ${flags.from}` : 'there'}`);
      if (!from && !takes(posix.normalize(source))) fail(`${source} is not let through by .dockerignore`);
      const to = inside(stage, intoFolder && !statSync(path).isDirectory() ? posix.join(target, basename(source)) : target);
      if (from) copyStage(path, to);
      else copyContext(path, to, takes);
    }
  },
  async RUN(stage, rest) {
    // An absolute path would be one of this machine, not of the image.
    if (/(^|[\s"'=])\//.test(rest)) fail('RUN with an absolute path is not known here');
    if (rest.startsWith('--')) fail('RUN with a flag is not known here');
    const { status } = await run([rest], stage, { shell: true });
    if (status !== 0) fail(`it ended with ${status}`);
  },
};

const stageNamed = (stages, name) => stages.find((stage) => stage.name === name) ?? fail(`there is no stage ${name} above`);

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Copies a file, or the files of a folder. @param takes whether a path of the context, in slashes, is copied. */
function copyContext(from, to, takes) {
  const files = statSync(from).isDirectory() ? filesIn(from) : [from];
  for (const file of files.filter((each) => takes(relative(context, each).split(sep).join('/')))) {
    const target = join(to, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** Copies a file or a folder of another stage, links included. */
function copyStage(from, to) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

async function build(instructions, folder) {
  const takes = readIgnore(readFileSync(join(context, '.dockerignore'), 'utf8'));
  const stages = [];
  for (const { line, name, rest } of instructions) {
    const began = Date.now();
    try {
      if (name === 'FROM') {
        const [, image, as] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? fail('only FROM image AS name is known here');
        stages.push(begin(plain(image), as, stages, join(folder, String(stages.length))));
      } else {
        const step = STEPS[name] ?? fail('this instruction is not known here');
        await step(stages.at(-1) ?? fail('FROM must come first'), rest, { stages, takes });
      }
    } catch (error) {
      throw new Error(`docker/Dockerfile, line ${line}: ${name} ${rest}\n${error.message}`);
    }
    const seconds = (Date.now() - began) / 1000;
    say(`${name} ${rest.length > 100 ? `${rest.slice(0, 100)} …` : rest}${seconds >= 0.5 ? `   ${seconds.toFixed(1)} s` : ''}`);
  }
  return stages.at(-1) ?? fail('docker/Dockerfile has no stage');
}

/** A stage as it begins: as the one it is made from left it, or empty in place of the base image. */
function begin(image, name, stages, root) {
  const parent = stages.find((stage) => stage.name === image);
  mkdirSync(root);
  if (parent) {
    copyStage(parent.root, root);
    return { ...parent, name, root, env: { ...parent.env } };
  }
  const [, version] = /^node:(\d+\.\d+\.\d+)-/.exec(image) ?? fail(`${image}: the base image is node with a full version`);
  if (version !== process.versions.node) say(`The image has Node ${version}; this is ${process.versions.node}.`);
  return { name, root, workdir: '/', env: {} };
}

/** Environment of this process, without what belongs to its own settings, its own packages and the npm that started it. */
function outside() {
  const ours = /^(RELOCON_.*|ROLE|PORT|HOST|LOG_LEVEL|NODE_(ENV|OPTIONS|PATH)|INIT_CWD|npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath|config_(local_)?prefix))$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  for (const name of Object.keys(env).filter((each) => each.toUpperCase() === 'PATH')) {
    env[name] = env[name].split(delimiter).filter((entry) => !/node_modules[/\\]\.bin|node-gyp-bin/.test(entry)).join(delimiter);
  }
  return env;
}

const running = new Set();

/** Starts a command in the working folder of a stage; what it prints is kept. */
function start([program, ...args], stage, { env = {}, shell = false } = {}) {
  const child = spawn(program === 'node' ? process.execPath : program, args, { cwd: inside(stage, '.'), env: { ...outside(), ...stage.env, ...env }, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const started = { child, printed: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (started.printed += chunk));
  running.add(child);
  started.ended = new Promise((done) => {
    child.once('error', (error) => done({ status: error.message, printed: started.printed }));
    child.once('close', (code, signal) => {
      running.delete(child);
      done({ status: code ?? signal, printed: started.printed });
    });
  });
  return started;
}

async function run(command, stage, options) {
  const ended = await start(command, stage, options).ended;
  if (ended.status !== 0) process.stderr.write(ended.printed);
  return ended;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const after = (ms, value) => new Promise((done) => setTimeout(() => done(value), ms).unref());

/** Starts what the image starts, as its settings say but for the address, and takes it down again. */
async function tryOut(image) {
  if (!image.user || /^(root|0)(:|$)/.test(image.user)) fail('the image runs as root: USER names somebody else');
  if (!image.command || !image.health) fail('the image has no CMD, or no HEALTHCHECK');
  if (image.port !== image.env.PORT) fail(`EXPOSE ${image.port} is not the PORT ${image.env.PORT}`);
  if (image.env.HOST !== '0.0.0.0') fail('nobody outside reaches the image: HOST is 0.0.0.0');
  const port = String(await freePort());
  const env = { ROLE: 'all', HOST: '127.0.0.1', PORT: port, RELOCON_DATA: inside(image, image.env.RELOCON_DATA) };
  if (!existsSync(env.RELOCON_DATA)) fail(`the folder ${image.env.RELOCON_DATA} (RELOCON_DATA) is not in the image`);

  const began = Date.now();
  const service = start(image.command, image, { env });
  const address = `http://127.0.0.1:${port}/ready`;
  for (;;) {
    const gone = await Promise.race([service.ended, after(200)]);
    if (gone) fail(`the service ended with ${gone.status}:\n${gone.printed}`);
    const status = await fetch(address).then((answer) => answer.status, () => 0);
    if (status === 200) break;
    if (Date.now() - began > READY_MS) fail(`/ready did not answer 200 within ${READY_MS / 1000} s (last: ${status || 'no answer'}):\n${service.printed}`);
  }
  say(`CMD is ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);

  if ((await run(image.health, image, { env })).status !== 0) fail('HEALTHCHECK fails while the service is healthy');
  if ((await run(COMMAND_LINE, image, { env })).status !== 0) fail('the command line does not work');
  say('HEALTHCHECK passes, and the command line answers');

  service.child.kill('SIGTERM');
  const ended = await Promise.race([service.ended, after(STOP_MS)]);
  if (!ended) fail(`the service did not end within ${STOP_MS / 1000} s of SIGTERM`);
  // Windows has no signals: there the process just ends.
  if (process.platform !== 'win32' && ended.status !== 0) fail(`after SIGTERM the service ended with ${ended.status}:\n${ended.printed}`);
  const unhealthy = await start(image.health, image, { env }).ended;
  if (unhealthy.status !== 1) fail(`HEALTHCHECK ends with ${unhealthy.status} without a service, and 1 is what Docker asks for`);
  say('SIGTERM ends it in good order, and HEALTHCHECK then fails');
}

const megabytes = (folder) => Math.round(filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6);

const folder = mkdtempSync(join(tmpdir(), 'relocon-image-'));
const endAll = () => running.forEach((child) => child.kill('SIGKILL'));
process.once('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const began = Date.now();
try {
  const image = await build(parse(readFileSync(join(context, 'docker', 'Dockerfile'), 'utf8')), folder);
  say(`It adds ${megabytes(image.root)} MB to the base image`);
  await tryOut(image);
  say(`The image would start: ${Math.round((Date.now() - began) / 1000)} s`);
} catch (error) {
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 1;
} finally {
  endAll();
}
