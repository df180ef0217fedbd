import { render } from "preact";

render(<p>Lectern remote</p>, document.getElementById("app")!);
