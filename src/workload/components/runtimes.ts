import type { Rows } from './row.ts';

/** Language runtimes. */
export const RUNTIMES: Rows = [
  { id: 'nodejs', role: 'app', packages: ['nodejs', 'nodejs#', 'nodejs-#', 'node', 'nodejs-lts', 'nodejs-current', 'node@#'], archives: ['node'], images: ['node'], choco: ['nodejs', 'nodejs-lts', 'nodejs.install'] },
  { id: 'bun', role: 'app', packages: ['bun'], images: ['oven/bun'], commands: ['bun run', 'bun start', 'bun index.ts'] },
  { id: 'deno', role: 'app', packages: ['deno'], images: ['denoland/deno'], commands: ['deno run', 'deno serve'] },
  { id: 'php', role: 'app', packages: ['php', 'php#', 'php~', 'php-fpm', 'php#-fpm', 'php~-fpm', 'php-cli', 'php#-cli', 'php~-cli', 'php#-common', 'php-common', 'php~-php-fpm', 'php~-php', 'libapache2-mod-php', 'libapache2-mod-php#', 'mod_php', 'php~w', 'php~w-fpm', 'rh-php~', 'php-cgi', 'php#-cgi'], topics: ['php#', 'lamp-mariadb10.2-php#'], archives: ['php'], services: ['php-fpm', 'php#-fpm', 'php~-php-fpm', 'rh-php~-php-fpm'], images: ['php', 'php-fpm', 'webdevops/php-nginx', 'webdevops/php-apache'], paths: ['/etc/php-fpm', '/etc/php.ini', '/etc/php.d/', '/etc/php/'], commands: ['php-fpm', 'phpenmod'], choco: ['php'] },
  { id: 'python', role: 'app', packages: ['python', 'python2', 'python3', 'python#', 'python~', 'python-#', 'python-dev', 'python3-full', 'rh-python~'], topics: ['python#'], archives: ['python'], images: ['python'], choco: ['python', 'python3'] },
  { id: 'ruby', role: 'app', packages: ['ruby', 'ruby#', 'ruby~', 'ruby-full', 'ruby-dev', 'rh-ruby~'], topics: ['ruby#'], archives: ['ruby'], images: ['ruby'], choco: ['ruby'] },
  { id: 'openjdk', role: 'app', packages: ['default-jdk', 'default-jre', 'default-jdk-headless', 'default-jre-headless', 'openjdk-#-jdk', 'openjdk-#-jre', 'openjdk-#-jdk-headless', 'openjdk-#-jre-headless', 'java-1.#.0-openjdk', 'java-1.#.0-openjdk-devel', 'java-1.#.0-openjdk-headless', 'java-#-openjdk', 'java-#-openjdk-devel', 'java-#-openjdk-headless', 'java-latest-openjdk', 'java', 'openjdk#', 'openjdk#-jre', 'openjdk#-jdk', 'openjdk'], topics: ['java-openjdk#'], archives: ['openjdk'], images: ['openjdk'], choco: ['openjdk', 'openjdk#'] },
  { id: 'amazon-corretto', role: 'app', packages: ['java-1.#.0-amazon-corretto', 'java-1.#.0-amazon-corretto-devel', 'java-1.#.0-amazon-corretto-jdk', 'java-1.#.0-amazon-corretto-headless', 'java-#-amazon-corretto', 'java-#-amazon-corretto-devel', 'java-#-amazon-corretto-headless', 'java-#-amazon-corretto-jdk', 'java-1.#.0-corretto'], topics: ['corretto#'], archives: ['amazon-corretto'], images: ['amazoncorretto', 'amazon/corretto'], choco: ['corretto#jdk', 'correttojdk'] },
  { id: 'eclipse-temurin', role: 'app', packages: ['temurin-#-jdk', 'temurin-#-jre', 'adoptopenjdk-#-hotspot'], archives: ['openjdk#u-jdk_x64_linux_hotspot'], images: ['eclipse-temurin', 'adoptopenjdk'], choco: ['temurin', 'temurin#'] },
  { id: 'azul-zulu', role: 'app', packages: ['zulu-#', 'zulu#-jdk', 'zulu#-jre', 'zulu#-ca-jdk'], archives: ['zulu'], images: ['azul/zulu-openjdk'] },
  { id: 'oracle-jdk', role: 'app', packages: ['jdk-#', 'oracle-java#-installer'], archives: ['jdk'] },
  { id: 'graalvm-ce', role: 'app', archives: ['graalvm-ce', 'graalvm-jdk'], images: ['graalvm/graalvm-ce'] },
  { id: 'dotnet', role: 'app', packages: ['dotnet-sdk-#', 'dotnet-runtime-#', 'aspnetcore-runtime-#', 'dotnet#', 'dotnet-sdk', 'aspnetcore-runtime'], archives: ['dotnet-sdk', 'dotnet-hosting', 'dotnet-runtime', 'aspnetcore-runtime'], images: ['dotnet/aspnet', 'dotnet/runtime', 'dotnet/sdk', 'dotnet/core/aspnet'], choco: ['dotnet', 'dotnet-sdk', 'dotnetcore-windowshosting', 'dotnet-#-windowshosting', 'dotnet-windowshosting', 'dotnet-#-sdk', 'dotnet-aspnetcoremodule-v2'], topics: ['dotnet#'] },
  { id: 'dotnetfx', role: 'app', features: ['net-framework-45-core', 'net-framework-core', 'net-framework-45-aspnet', 'net-framework-features', 'web-asp-net45', 'netfx4extended-aspnet45', 'netfx3'], choco: ['dotnetfx', 'dotnet#.#', 'netfx-#'] },
  { id: 'go', role: 'app', packages: ['golang', 'golang-#', 'golang-go', 'golang-bin', 'go'], topics: ['golang#'], archives: ['go'], images: ['golang'], choco: ['golang'] },
  { id: 'rust', role: 'app', packages: ['rust', 'rustc'], topics: ['rust#'], images: ['rust'] },
  { id: 'perl', role: 'app', packages: ['perl'], images: ['perl'] },
  { id: 'erlang', packages: ['erlang', 'esl-erlang', 'erlang-nox', 'erlang-base'], images: ['erlang'] },
  { id: 'elixir', role: 'app', packages: ['elixir'], images: ['elixir'] },
  { id: 'scala', role: 'app', packages: ['scala'], archives: ['scala'] },
  { id: 'r', role: 'app', packages: ['r-base', 'r-base-core', 'r-core'], topics: ['r#'], images: ['r-base', 'rocker/r-ver'] },
  { id: 'mono', role: 'app', packages: ['mono-complete', 'mono-runtime', 'mono-devel'], topics: ['mono'], images: ['mono'] },
];
