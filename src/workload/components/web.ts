import type { Rows } from './row.ts';

/** Web servers, proxies and caches in front of applications. */
export const WEB: Rows = [
  { id: 'nginx', role: 'web', ports: [80], packages: ['nginx', 'nginx-full', 'nginx-light', 'nginx-extras', 'nginx-core', 'nginx-mainline', 'nginx-plus', 'nginx-#', 'nginx~'], topics: ['nginx#'], archives: ['nginx'], services: ['nginx'], images: ['nginx', 'nginxinc/nginx-unprivileged', 'nginx/nginx'], paths: ['/etc/nginx/', '/usr/local/nginx/conf', '/opt/nginx/conf'], commands: ['nginx'], choco: ['nginx'] },
  { id: 'openresty', role: 'web', ports: [80], packages: ['openresty'], archives: ['openresty'], services: ['openresty'], images: ['openresty/openresty'], paths: ['/usr/local/openresty/'], commands: ['openresty'] },
  { id: 'apache-http-server', role: 'web', ports: [80], packages: ['httpd', 'httpd#', 'apache2', 'httpd-core', 'apache2-bin'], topics: ['httpd_modules'], archives: ['httpd'], services: ['httpd', 'apache2', 'httpd24-httpd', 'apache2.4'], images: ['httpd', 'php-apache'], paths: ['/etc/httpd/', '/etc/apache2/', '/usr/local/apache2/conf', '/opt/rh/httpd24/root/etc/httpd'], commands: ['httpd', 'apachectl', 'apache2ctl', 'apache2', 'a2ensite', 'a2enmod', 'apache2-foreground'], choco: ['apache-httpd'] },
  { id: 'caddy', role: 'web', ports: [80, 443], packages: ['caddy'], archives: ['caddy'], services: ['caddy'], images: ['caddy'], paths: ['/etc/caddy/'], commands: ['caddy'] },
  { id: 'lighttpd', role: 'web', ports: [80], packages: ['lighttpd'], archives: ['lighttpd'], services: ['lighttpd'], paths: ['/etc/lighttpd/'], commands: ['lighttpd'] },
  { id: 'litespeed', role: 'web', ports: [8088], packages: ['openlitespeed', 'litespeed'], services: ['lsws', 'lshttpd'], images: ['litespeedtech/openlitespeed'], paths: ['/usr/local/lsws/'], commands: ['lswsctrl'] },
  { id: 'haproxy', role: 'web', packages: ['haproxy', 'haproxy#', 'haproxy~', 'haproxy-#'], topics: ['haproxy#'], archives: ['haproxy'], services: ['haproxy'], images: ['haproxy', 'haproxytech/haproxy-alpine'], paths: ['/etc/haproxy/'], commands: ['haproxy'] },
  { id: 'varnish', role: 'cache', ports: [6081], packages: ['varnish', 'varnish#'], archives: ['varnish'], services: ['varnish'], images: ['varnish'], paths: ['/etc/varnish/', '/etc/default/varnish'], commands: ['varnishd'] },
  { id: 'squid', role: 'web', ports: [3128], packages: ['squid', 'squid#'], topics: ['squid#'], archives: ['squid'], services: ['squid', 'squid3'], images: ['ubuntu/squid', 'sameersbn/squid'], paths: ['/etc/squid/', '/etc/squid3/'], commands: ['squid'] },
  { id: 'traefik', role: 'web', ports: [80], archives: ['traefik'], packages: ['traefik'], services: ['traefik'], images: ['traefik'], paths: ['/etc/traefik/'], commands: ['traefik'] },
  { id: 'envoy', role: 'web', packages: ['envoy', 'getenvoy-envoy'], archives: ['envoy'], services: ['envoy'], images: ['envoyproxy/envoy', 'aws-appmesh-envoy'], paths: ['/etc/envoy/'], commands: ['envoy'] },
  { id: 'kong-gateway', role: 'web', ports: [8000, 8001], packages: ['kong', 'kong-enterprise-edition'], archives: ['kong'], services: ['kong'], images: ['kong', 'kong/kong-gateway'], paths: ['/etc/kong/'], commands: ['kong start', 'kong migrations'] },
  { id: 'apache-apisix', role: 'web', ports: [9080], packages: ['apisix'], services: ['apisix'], images: ['apache/apisix'], commands: ['apisix'] },
  { id: 'apache-traffic-server', role: 'web', ports: [8080], packages: ['trafficserver'], services: ['trafficserver'], commands: ['traffic_server', 'trafficserver'] },
  { id: 'oauth2-proxy', role: 'web', ports: [4180], archives: ['oauth2-proxy'], services: ['oauth2-proxy'], images: ['oauth2-proxy/oauth2-proxy'], commands: ['oauth2-proxy'] },
  { id: 'iis', role: 'web', ports: [80], features: ['web-server', 'web-webserver', 'iis-webserver', 'iis-webserverrole', 'web-asp-net45', 'web-asp-net', 'web-mgmt-console'], services: ['w3svc', 'iisadmin', 'was'], images: ['windows/servercore/iis'], commands: ['iisreset', 'new-website', 'new-webbinding', 'new-webapppool', 'new-iissite', 'appcmd.exe', 'appcmd'], paths: ['c:/inetpub/', 'c:/windows/system32/inetsrv/'] },
];
