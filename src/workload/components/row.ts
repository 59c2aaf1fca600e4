import type { WorkloadRole } from '../../model/insight.ts';

/**
 * One server-side program and every way in which a script shows that it is there. Names are compared in lower case.
 *
 * In package names and topics `#` stands for a version (`postgresql-#` finds 14 in `postgresql-14`), `~` for one that is written
 * without its dot after the first digit (`php~` finds 8.2 in `php82`), and `~~` after the second (`mariadb~~` finds 10.5 in `mariadb105`).
 */
export interface ComponentRow {
  /** endoflife.date's product slug where there is one, else the upstream name in kebab-case. */
  readonly id: string;
  /** What an instance is mostly for when this is the most telling thing on it. */
  readonly role?: WorkloadRole;
  /** The ports that it listens on when nothing says otherwise; none where it must be told. */
  readonly ports?: readonly number[];
  /** Packages of apt, yum, dnf, zypper, apk, snap, Homebrew: servers only, never clients or libraries. */
  readonly packages?: readonly string[];
  /** Topics of amazon-linux-extras whose package is the server. */
  readonly topics?: readonly string[];
  /** Packages of language package managers, by manager. */
  readonly pip?: readonly string[];
  readonly npm?: readonly string[];
  readonly gem?: readonly string[];
  readonly composer?: readonly string[];
  /** Windows: packages of Chocolatey and features of Install-WindowsFeature. */
  readonly choco?: readonly string[];
  readonly features?: readonly string[];
  /** Names of release archives and packages for download: `apache-tomcat` finds 9.0.85 in `apache-tomcat-9.0.85.tar.gz`. */
  readonly archives?: readonly string[];
  /** Units of systemd, services of init and Windows, without `.service`. */
  readonly services?: readonly string[];
  /** Container images without registry and tag; without a namespace it is Docker's own or a well-known repackager's. */
  readonly images?: readonly string[];
  /** Beginnings of the paths of its configuration. */
  readonly paths?: readonly string[];
  /** What starts or administers the server, by base name, with a first argument where the name alone is also a client. */
  readonly commands?: readonly string[];
}

export type Rows = readonly ComponentRow[];
