import { describe, expect, test } from "vitest";
import { checkUrl, foreignUrls, operatorUrls } from "../../../adapters/kit/check-url.ts";

describe("an address that does not come from the operator", () => {
  test.each([
    "https://shop.example/hook",
    "https://shop.example:8443/hook",
    "https://8.8.8.8/",
    "https://172.15.0.1/",
    "https://172.32.0.1/",
    "https://100.128.0.1/",
    "https://[2606:4700::1111]/",
    "https://[2001:4860:4860::8888]/",
    "https://local.example/",
  ])("may be %s", (url) => expect(checkUrl(url, foreignUrls).status).toBe("allowed"));

  test.each([
    "http://shop.example/hook",
    "file:///etc/passwd",
    "gopher://shop.example/",
    "data:text/plain,x",
    "not a url",
    "https://user:password@shop.example/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://api.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://redis/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.0.0.1./",
    "https://1２7.0.0.1/",
    "https://0.0.0.0/",
    "https://10.1.2.3/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://198.19.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:8.8.8.8]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001::1]/",
    "https://[2001:db8::1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[fe80::1]/",
    "https://[ff02::1]/",
  ])("may not be %s", (url) => {
    const checked = checkUrl(url, foreignUrls);
    expect(checked.status).toBe("blocked");
    expect(JSON.stringify(checked)).not.toContain("password@");
  });
});

test("the operator may use a private host and plain http, but no other scheme", () => {
  expect(checkUrl("http://bot:3000/turn", operatorUrls).status).toBe("allowed");
  expect(checkUrl("http://127.0.0.1:3000/turn", operatorUrls).status).toBe("allowed");
  expect(checkUrl("file:///etc/passwd", operatorUrls).status).toBe("blocked");
});
