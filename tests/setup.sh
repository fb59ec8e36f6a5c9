#!/bin/sh
# What tests need beyond Python packages: a PostgreSQL server and Chromium, from Debian, where we may install them.
# Without them their tests skip loudly here and fail in CI.
set -eu
missing=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the tests:$missing"
  export DEBIAN_FRONTEND=noninteractive
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing) >/tmp/sayso-test-setup.log 2>&1 \
    || echo "could not install$missing (see /tmp/sayso-test-setup.log); their tests will be skipped"
else
  echo "not installed:$missing; their tests will be skipped (as root on Debian this would install them)"
fi
