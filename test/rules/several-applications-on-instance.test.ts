import { severalApplicationsOnInstance } from '../../src/rules/several-applications-on-instance.ts';
import { boot, component, running, stopped, targeted } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const on = { instance: [running()] };
const shop = targeted(80);
const rule = (id: string, ...hosts: string[]) => ({
  id, RuleArn: id, ListenerArn: 'l-1', Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: hosts } }], Actions: [{ Type: 'forward', TargetGroupArn: shop.id }],
});

truthTable(severalApplicationsOnInstance, 'i-1', [
  ['one target group', 'pass', { ...on, targetHealth: [shop] }],
  ['two target groups on one port', 'pass', { ...on, targetHealth: [shop, targeted(80, 'shop-internal')] }],
  ['two target groups on two ports', 'fail medium', { ...on, targetHealth: [shop, targeted(8081, 'admin')] }, { says: /2 ports: admin on port 8081, shop-web on port 80/ }],
  ['two hosts by rule', 'fail medium', { ...on, targetHealth: [shop], listenerRule: [rule('r-1', 'shop.example.com'), rule('r-2', 'blog.example.com')] }, { says: /2 host names to it: blog\.example\.com, shop\.example\.com/ }],
  ['www and the bare name', 'pass', { ...on, targetHealth: [shop], listenerRule: [rule('r-1', 'www.example.com', 'example.com')] }],
  ['four listening ports', 'fail medium', on, { insight: { boot: [boot({ ports: [80, 3000, 22] })], components: [component('redis', { ports: [6379] }), component('mysql', { ports: [3306] })] }, says: /4 ports \(80, 3000, 3306, 6379\), more than 3/ }],
  ['three listening ports and upkeep', 'pass', on, { insight: { boot: [boot({ ports: [80, 443, 3000, 22] })] } }],
  ['an EKS node', 'not-applicable', { instance: [running({ tags: { 'eks:cluster-name': 'shop' } })], targetHealth: [shop, targeted(8081, 'admin')] }],
  ['target health denied', 'unknown', on, { denied: ['targetHealth'] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
