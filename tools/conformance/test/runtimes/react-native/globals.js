// The globals of React Native 0.76 besides those of the language: Hermes has no TextDecoder and no
// Web Crypto, URL only holds its text, and fetch is whatwg-fetch on top of XMLHttpRequest, without
// streams. `host` is the native side.
/* global host */

// This code is in a block, because a class at the top level of a script would hide the value that a
// polyfill assigns.
{
  class Blob {
    constructor(parts = [], { type = "" } = {}) {
      this.type = type;
      this.base64 = host.concat(parts.map((part) => part.base64 ?? host.toBase64(String(part))));
    }

    get size() {
      return host.bytesOf(this.base64).length;
    }
  }

  class FileReader {
    listeners = {};

    addEventListener(name, listener) {
      this.listeners[name] = listener;
    }

    readAsText(blob) {
      this.finish(host.toText(blob.base64));
    }

    readAsDataURL(blob) {
      this.finish(`data:${blob.type};base64,${blob.base64}`);
    }

    readAsArrayBuffer() {
      throw new Error("FileReader.readAsArrayBuffer is not implemented");
    }

    finish(result) {
      this.result = result;
      setTimeout(() => {
        this.onload?.();
        this.listeners["load"]?.();
      }, 0);
    }
  }

  class XMLHttpRequest {
    headers = {};

    open(method, url) {
      Object.assign(this, { method, url });
    }

    setRequestHeader(name, value) {
      this.headers[name] = value;
    }

    send(body) {
      const text = body instanceof Uint8Array ? host.textOf([...body]) : body;
      host.send(this.method, this.url, this.headers, text, (failure, response) => {
        if (failure) return this.onerror?.(failure);
        this.status = response.status;
        this.statusText = "";
        this.responseURL = this.url;
        this.response = new Blob([{ base64: response.base64 }], { type: response.type });
        this.allHeaders = response.headers;
        this.readyState = 4;
        this.onload?.();
      });
    }

    abort() {
      this.onabort?.();
    }

    getAllResponseHeaders() {
      return this.allHeaders;
    }
  }

  class URL {
    constructor(url, base = "") {
      this.href = `${base}${url}`;
    }

    toString() {
      return this.href;
    }
  }
  for (const name of ["hostname", "pathname", "port", "protocol", "searchParams"]) {
    Object.defineProperty(URL.prototype, name, {
      get() {
        throw new Error(`URL.${name} is not implemented`);
      },
    });
  }

  class TextEncoder {
    encode(text = "") {
      return Uint8Array.from(host.bytesOf(host.toBase64(text)));
    }
  }

  Object.assign(globalThis, { Blob, FileReader, XMLHttpRequest, URL, TextEncoder });

  Object.assign(globalThis, { global: globalThis, window: globalThis, self: globalThis });
}
