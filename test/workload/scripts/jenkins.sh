#!/bin/bash
sudo wget -O /etc/yum.repos.d/jenkins.repo https://pkg.jenkins.io/redhat-stable/jenkins.repo
sudo rpm --import https://pkg.jenkins.io/redhat-stable/jenkins.io-2023.key
sudo yum upgrade -y
sudo yum install -y fontconfig java-17-openjdk
sudo yum install -y jenkins git
sudo systemctl enable jenkins
sudo systemctl start jenkins
