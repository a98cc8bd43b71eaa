declare global {
  /** The function that opens a console. The script of the console sets it. */
  var docsConsole: ((holder: HTMLElement, operation: string, address: string) => void) | undefined;
}

const root = document.documentElement.dataset["root"] ?? "";

/** Loads the console of an operation when it is opened, and shows it in place of its button. */
export function enableConsole(): void {
  const button = document.querySelector<HTMLButtonElement>(".open-console");
  const section = button?.parentElement;
  if (!button || !section) return;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  section.append(status);
  button.addEventListener("click", () => {
    button.disabled = true;
    status.textContent = "Loading…";
    load().then(
      () => {
        const { operation = "", address = "" } = button.dataset;
        const holder = document.createElement("div");
        button.replaceWith(holder);
        status.remove();
        globalThis.docsConsole?.(holder, operation, address);
      },
      (error: Error) => {
        button.disabled = false;
        status.textContent = error.message;
      },
    );
  });
}

async function load(): Promise<void> {
  const styles = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: `${root}assets/console.css`,
  });
  await Promise.all([
    loaded(styles, "assets/console.css"),
    script("assets/console-plan.js"),
    script("assets/console.js"),
  ]);
}

function script(path: string): Promise<void> {
  const element = document.createElement("script");
  element.src = root + path;
  return loaded(element, path);
}

function loaded(element: HTMLElement, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () =>
      reject(
        new Error(
          `${path} could not be loaded. The build of the site adds it: open the built site.`,
        ),
      ),
    );
    document.head.append(element);
  });
}
