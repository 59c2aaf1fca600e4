#!/bin/bash
dnf update -y
dnf install -y git java-21-amazon-corretto maven
git clone https://github.com/spring-projects/spring-petclinic.git
cd spring-petclinic
./mvnw package -DskipTests
java -jar target/*.jar --server.port=80
