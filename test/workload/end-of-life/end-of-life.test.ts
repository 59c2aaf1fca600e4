import { describe, expect, test } from 'vitest';
import {
  extendedStandingOf, osFromImageName, osFromPlatform, releaseOfEngine, releaseOf, standingOf,
} from '../../../src/workload/end-of-life/index.ts';
import { PRODUCTS } from '../../../src/workload/end-of-life/releases.ts';

describe('which release a version belongs to', () => {
  test.each([
    ['nodejs', '18.19.1', '18', '2025-04-30'],
    ['nodejs', 'v22', '22', '2027-04-30'],
    ['python', '3.10.4', '3.10', '2026-10-31'],
    ['python', '3.1', '3.1', '2012-04-09'],
    ['postgresql', '14.9', '14', '2026-11-12'],
    ['amazon-rds-mysql', '8.0.35', '8.0', '2026-07-31'],
    ['amazon-rds-mysql', '8.4.9', '8.4.9', '2029-07-31'],
    ['rhel', '7.9', '7', '2024-06-30'],
  ])('%s %s is cycle %s, secured until %s', (product, version, cycle, ends) => {
    expect(releaseOf(product, version)).toMatchObject({ cycle, securitySupportEnds: ends });
  });

  test.each([['nodejs', '180'], ['nodejs', 'lts'], ['cobol', '85'], ['toString', '1'], ['python', '']])('%s %s is not in the table', (product, version) => {
    expect(releaseOf(product, version)).toBeUndefined();
  });
});

describe('where a release stands', () => {
  const al2 = releaseOf('amazon-linux', '2');
  test.each([
    ['the last day', '2026-06-30T23:59:59Z', 'supported', 0],
    ['the day after', '2026-07-01T00:00:00Z', 'ended', -1],
    ['a year later', '2027-06-30T12:00:00Z', 'ended', -365],
  ])('on %s', (_, now, state, daysLeft) => {
    expect(al2 && standingOf(al2, new Date(now))).toMatchObject({ state, daysLeft });
  });

  test('no date stated is neither today nor never', () => {
    const nginx = releaseOf('nginx', '1.30');
    expect(nginx && standingOf(nginx, new Date('2026-11-20'))).toEqual({ state: 'supported', until: undefined, daysLeft: undefined });
    const old = releaseOf('nodejs', '2');
    expect(old && standingOf(old, new Date('2026-11-20'))).toEqual({ state: 'ended', since: undefined, daysLeft: undefined });
  });

  test('a programme that does not exist stands nowhere', () => {
    const node = releaseOf('nodejs', '20');
    expect(node && extendedStandingOf(node, new Date('2026-11-20'))).toBeUndefined();
    const windows = releaseOf('windows-server', '2012-r2');
    expect(windows && extendedStandingOf(windows, new Date('2026-11-20'))).toMatchObject({ state: 'ended', since: '2026-10-13' });
  });
});

describe('the operating system', () => {
  test.each([
    ['Amazon Linux', '2', 'amazon-linux', '2'],
    ['Amazon Linux', '2023', 'amazon-linux', '2023'],
    ['Amazon Linux AMI', '2018.03', 'amazon-linux', '2018.03'],
    ['Ubuntu', '20.04', 'ubuntu', '20.04'],
    ['Debian GNU/Linux', '11', 'debian', '11'],
    ['CentOS Linux', '7.9.2009', 'centos', '7'],
    ['CentOS Stream', '9', 'centos-stream', '9'],
    ['Red Hat Enterprise Linux Server', '7.9', 'rhel', '7'],
    ['SLES', '15.5', 'sles', '15.5'],
    ['Microsoft Windows Server 2012 R2 Standard', '6.3.9600', 'windows-server', '2012-r2'],
    ['Microsoft Windows Server 2022 Datacenter', '10.0.20348', 'windows-server', '2022'],
  ])('agent: %s %s', (name, version, product, cycle) => {
    expect(osFromPlatform(name, version)).toEqual({ product, cycle });
    expect(releaseOf(product, cycle)).toBeDefined();
  });

  test.each([
    ['amzn2-ami-hvm-2.0.20230727.0-x86_64-gp2', 'amazon-linux', '2'],
    ['al2023-ami-2023.2.20230920.1-kernel-6.1-x86_64', 'amazon-linux', '2023'],
    ['amzn-ami-hvm-2018.03.0.20200904.0-x86_64-gp2', 'amazon-linux', '2018.03'],
    ['ubuntu/images/hvm-ssd/ubuntu-bionic-18.04-amd64-server-20230607', 'ubuntu', '18.04'],
    ['ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260101', 'ubuntu', '24.04'],
    ['debian-12-amd64-20240211-1654', 'debian', '12'],
    ['debian-stretch-hvm-x86_64-gp2-2022-07-01-66430', 'debian', '9'],
    ['RHEL-7.9_HVM-20221027-x86_64-0-Hourly2-GP2', 'rhel', '7'],
    ['CentOS-7-2111-20220825_1.x86_64', 'centos', '7'],
    ['CentOS Linux 7 x86_64 HVM EBS ENA 2002_01', 'centos', '7'],
    ['suse-sles-15-sp4-v20230101-hvm-ssd-x86_64', 'sles', '15.4'],
    ['Windows_Server-2012-R2_RTM-English-64Bit-Base-2023.09.13', 'windows-server', '2012-r2'],
    ['Windows_Server-2008-R2_SP1-English-64Bit-Base-2019.11.13', 'windows-server', '2008-r2-sp1'],
    ['Windows_Server-2019-English-Full-Base-2024.01.16', 'windows-server', '2019'],
  ])('image: %s', (name, product, cycle) => {
    expect(osFromImageName(name)).toEqual({ product, cycle });
    expect(releaseOf(product, cycle)).toBeDefined();
  });

  test.each(['shop-web-2021-03-04', '', 'my-ubuntu', 'app-rhel'])('image %j says nothing', (name) => {
    expect(osFromImageName(name)).toBeUndefined();
  });

  test('an agent that reports no version says nothing', () => {
    expect(osFromPlatform('Ubuntu', undefined)).toBeUndefined();
    expect(osFromPlatform('Ubuntu', 'unknown')).toBeUndefined();
    expect(osFromPlatform('Plan 9', '4')).toBeUndefined();
  });
});

describe('a managed database runs on the clock of RDS', () => {
  test.each([
    ['postgres', '13.14', 'amazon-rds-postgresql', '2026-02-28'],
    ['mysql', '8.0.35', 'amazon-rds-mysql', '2026-07-31'],
    ['sqlserver-se', '13.00.6419.1.v1', 'mssqlserver', '2026-07-14'],
    ['sqlserver-ee', '15.00.4236.7.v1', 'mssqlserver', '2030-01-08'],
  ])('%s %s', (engine, version, product, ends) => {
    expect(releaseOfEngine(engine, version)).toMatchObject({ product, securitySupportEnds: ends });
  });

  test.each([['aurora-mysql', '8.0.mysql_aurora.3.05.2'], ['constructor', '1'], ['postgres', '99'], ['sqlserver-se', '']])('%s %s is not in the table', (engine, version) => {
    expect(releaseOfEngine(engine, version)).toBeUndefined();
  });
});

test('every row of the table is a date or says that there is none', () => {
  const rows = Object.entries(PRODUCTS).flatMap(([product, { releases }]) => releases.map((row) => ({ product, row })));
  const cycles = rows.map(({ product, row }) => `${product} ${row[0]}`);
  const stated = rows.flatMap(({ row }) => row.slice(1)).filter((date) => typeof date === 'string');
  expect(new Set(cycles).size).toBe(cycles.length);
  expect(stated.filter((date) => new Date(date).toISOString().slice(0, 10) !== date)).toEqual([]);
});
