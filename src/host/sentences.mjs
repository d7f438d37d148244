/**
 * Every sentence the host says, in both languages: it speaks before the catalogues of the site are compiled.
 * A sentence says what is wrong and what to do.
 */

/** A reason not to start. It is told to the person as it is, without a stack, and the exit code is 1. */
export class Refusal extends Error {}

/** @param {string} zh @param {string} en */
const both = (zh, en) => `${zh}\n${en}`;

export const say = {
  /** @param {string} value */
  badPort: (value) =>
    both(
      `PORT 必须是 1 到 65535 之间的整数，现在是「${value}」。`,
      `PORT must be a whole number from 1 to 65535, not "${value}".`,
    ),
  /** @param {string} name @param {string} value */
  badAddress: (name, value) =>
    both(`${name} 不是有效的网址：「${value}」。`, `${name} is not a valid address: "${value}".`),
  /** @param {number} port */
  portTaken: (port) =>
    both(
      `端口 ${port} 已被占用：请先关闭占用它的程序，或用 PORT=别的端口 启动。`,
      `Port ${port} is taken: stop the program that uses it, or start with PORT=another port.`,
    ),
  /** @param {string} host @param {number} port @param {string} code */
  cannotListen: (host, port, code) =>
    both(
      `无法在 ${host}:${port} 上监听（${code}）：请检查 HOST 与 PORT。`,
      `Cannot listen on ${host}:${port} (${code}): check HOST and PORT.`,
    ),
  /** @param {string} folder @param {number | null} pid */
  folderInUse: (folder, pid) =>
    both(
      `数据文件夹 ${folder} 正被另一个内陆港进程使用${pid ? `（pid ${pid}）` : ''}：请先停止它，或用 DATA_DIR 指定别的文件夹。`,
      `The data folder ${folder} is in use by another Dryport process${pid ? ` (pid ${pid})` : ''}: stop it first, or name another folder with DATA_DIR.`,
    ),
  /** @param {string} folder @param {string} code */
  folderClosed: (folder, code) =>
    both(
      `无法写入数据文件夹 ${folder}（${code}）：请给予写权限，或用 DATA_DIR 指定别的文件夹。`,
      `Cannot write to the data folder ${folder} (${code}): allow writing, or name another folder with DATA_DIR.`,
    ),
  /** @param {string} where @param {string} reason */
  databaseAway: (where, reason) =>
    both(
      `连不上数据库 ${where}（${reason}）：请检查 DATABASE_URL 以及数据库服务是否在运行。`,
      `Cannot reach the database at ${where} (${reason}): check DATABASE_URL and that the server is running.`,
    ),
  /** @param {string} reason @param {string} log */
  databaseBroken: (reason, log) =>
    both(
      `内置数据库没能启动（${reason}）；详情见 ${log}。`,
      `The embedded database did not start (${reason}); see ${log}.`,
    ),
  /** @param {string} platform */
  noBinaries: (platform) =>
    both(
      `没有适用于 ${platform} 的内置 PostgreSQL：请用 DATABASE_URL 指定一个 PostgreSQL 15 或更新的服务器。`,
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
    ),
  /** @param {string} folder */
  oldMigration: (folder) =>
    both(
      `数据库由更早的、未发布的表结构建立，无法升级：请删除 ${folder}（其中数据会丢失）后再启动。`,
      `The database was made by an older, unreleased schema and cannot be upgraded: delete ${folder} (its data is lost) and start again.`,
    ),
  /** @param {string} reason */
  migrationFailed: (reason) =>
    both(
      `数据库升级失败，未做任何改动（${reason}）。`,
      `The database could not be upgraded; nothing was changed (${reason}).`,
    ),
  demoInProduction: () =>
    both(
      'NODE_ENV=production 时不开放演示账号（密码是公开的）：请去掉 DRYPORT_DEMO=1；确实要公开演示，请设 DRYPORT_DEMO=public。',
      'With NODE_ENV=production the demo accounts stay closed (their password is public): drop DRYPORT_DEMO=1, or, for a public demonstration, set DRYPORT_DEMO=public.',
    ),
  demoDataInProduction: () =>
    both(
      '此数据库中有密码公开的演示账号，NODE_ENV=production 时不予启动：请换一个数据库；确实要公开演示，请设 DRYPORT_DEMO=public。',
      'This database holds demo accounts whose password is public, so NODE_ENV=production refuses to start on it: use another database, or, for a public demonstration, set DRYPORT_DEMO=public.',
    ),
  /** @param {string} needed */
  nodeTooOld: (needed) =>
    both(
      `当前 Node.js ${process.version} 太旧，且本平台没有随附的版本：请安装 Node.js ${needed} 或更新版本。`,
      `This Node.js ${process.version} is too old and none is bundled for this platform: install Node.js ${needed} or newer.`,
    ),
  /** @param {string} what @param {number | null} code */
  stepFailed: (what, code) =>
    both(
      `「${what}」失败（退出码 ${code}），详情见上方输出。`,
      `"${what}" failed (exit code ${code}); see the output above.`,
    ),
  /** @param {string} command */
  unknownCommand: (command) =>
    both(
      `没有「${command}」这个命令。可用：start、dev、test、check、bench、migration。`,
      `There is no command "${command}". There are: start, dev, test, check, bench, migration.`,
    ),
  noChromium: () =>
    both(
      '浏览器测试需要 Debian 的 Chromium：请以 root 运行 apt-get install chromium fonts-wqy-zenhei。',
      'The journeys need Debian’s Chromium: as root, apt-get install chromium fonts-wqy-zenhei.',
    ),
  installingChromium: () => '安装 Chromium… / Installing Chromium…',
  /** @param {string} name */
  stageBegins: (name) => `… ${name}`,
  /** @param {string} name @param {boolean} good @param {number} seconds */
  stageEnded: (name, good, seconds) => `${good ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`,
  /** @param {number} seconds @param {string[]} failed */
  testsEnded: (seconds, failed) =>
    (failed.length > 0 ? `failed checks: ${failed.join(', ')}\n` : '') + `total ${seconds.toFixed(0)} s`,
  installing: () => '安装依赖… / Installing packages…',
  building: () => '构建网站… / Building the site…',
  creatingDatabase: () => '创建数据库… / Creating the database…',
  /** @param {number} pid */
  stoppingOrphan: (pid) =>
    `停止上次异常退出留下的数据库（pid ${pid}）… / Stopping the database left behind by a killed start (pid ${pid})…`,
  /** @param {string} folder */
  databaseElsewhere: (folder) =>
    `PostgreSQL 不能以 root 运行，而数据文件夹对其他用户不可达：数据库放在 ${folder}\n` +
    `PostgreSQL refuses root and the data folder is closed to other users: the database is kept in ${folder}`,
  databaseDied: () =>
    '内置数据库意外停止，正在重新启动… / The embedded database stopped unexpectedly; starting it again…',
  seeding: () => '装入演示学校… / Loading the demo school…',
  stopping: () => '正在停止… / Stopping…',
  stopped: () => '已停止。 / Stopped.',
  /** @param {string[]} addresses @param {number} seconds */
  ready: (addresses, seconds) =>
    `\n内陆港 Dryport 已就绪（${seconds.toFixed(1)} 秒）/ ready in ${seconds.toFixed(1)} s\n` +
    addresses.map((address) => `  ${address}`).join('\n'),
  /** @param {string[]} names @param {string} password */
  demoAccounts: (names, password) =>
    `\n演示账号 / demo accounts: ${names.join(' ')}\n密码 / password: ${password}`,
  /** @param {string} link */
  firstAdministrator: (link) =>
    `\n还没有任何账号：请在 24 小时内打开此链接创建管理员。\n` +
    `There is no account yet: open this link within 24 hours to create the administrator.\n  ${link}`,
};
