"""Opens a tampered case, hears the mismatch, finds the failing field and saves the report, all through AT-SPI:
what a screen reader can reach, and nothing else. Prints each step; ends with a non-zero status at the first that
fails."""
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 40.0


def fail(text):
    print("FAILED:", text)
    sys.exit(1)


def wait_for(what, find):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except GLib.Error:  # the object went away while it was looked at
            found = None
        if found:
            print("ok:", what)
            return found
        time.sleep(0.2)
    fail("not found: " + what)


def walk(start, most=20000):
    waiting = [start]
    while waiting and most:
        node = waiting.pop(0)
        if node is None:
            continue
        most -= 1
        yield node
        for i in range(min(node.get_child_count(), 400)):
            waiting.append(node.get_child_at_index(i))


def find(start, role=None, name=None, starts=None, contains=None, showing=True):
    for node in walk(start):
        text = node.get_name() or ""
        if role and node.get_role() != role:
            continue
        if name is not None and text != name:
            continue
        if starts is not None and not text.startswith(starts):
            continue
        if contains is not None and contains not in text:
            continue
        if showing and not node.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        return node
    return None


def act(node, *names):
    actions = node.get_action_iface()
    if actions is None:
        fail("no actions: " + (node.get_name() or "?"))
    for i in range(actions.get_n_actions()):
        if actions.get_action_name(i).lower() in names:
            return actions.do_action(i)
    fail("no such action at " + (node.get_name() or "?"))


def application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and "anchorscope" in (child.get_name() or "").lower():
            return child
    return None


def main():
    program, sample, folder = sys.argv[1:4]
    Atspi.init()
    log = open(os.path.join(folder, "program.log"), "w")
    run = subprocess.Popen([program, sample], stdout=log, stderr=log)
    try:
        session(folder)
    finally:
        run.terminate()
        run.wait(10)
        log.close()
        with open(os.path.join(folder, "program.log")) as said:
            print(said.read(), end="")


def session(folder):
    app = wait_for("the program on the accessibility bus", application)
    banner = wait_for("the banner says Mismatch", lambda: find(app, starts="Mismatch"))
    if banner.get_role() not in (Atspi.Role.ALERT, Atspi.Role.NOTIFICATION):
        fail("the banner is no alert but " + banner.get_role_name())
    print("heard:", banner.get_name())
    stage = wait_for("the stage of the commitment", lambda: find(app, starts="Commitment:"))
    act(stage, "press", "click")
    rung = wait_for("the digest rung says failed", lambda: find(app, starts="digest: failed"))
    if not rung.get_state_set().contains(Atspi.StateType.FOCUSABLE):
        fail("the rung cannot be focused")
    tree = wait_for("the tree of transitions", lambda: find(app, name="Tree of transitions"))
    wait_for("the row whose state is stale", lambda: find(tree, contains="Stale state before"))
    act(rung, "press", "click")
    wait_for("the problem's button", lambda: find(app, role=Atspi.Role.PUSH_BUTTON, name="Show the problem"))
    act(find(app, role=Atspi.Role.PUSH_BUTTON, name="Show the problem"), "press", "click")
    details = wait_for("the fields", lambda: find(app, name="Fields of the chosen transition"))
    wait_for("the failing field", lambda: find(details, contains="currentState"))
    save_report(app, folder)


def save_report(app, folder):
    item = find(app, starts="Report", role=Atspi.Role.MENU_ITEM, showing=False)
    if item is None:
        fail("no menu item for the report")
    act(item, "press", "click", "trigger")
    dialog = wait_for("the report's dialog", lambda: find(app, role=Atspi.Role.DIALOG))
    save = wait_for("its button to save", lambda: find(dialog, role=Atspi.Role.PUSH_BUTTON, starts="Save"))
    wait_for("the report is made", lambda: save.get_state_set().contains(Atspi.StateType.ENABLED))
    act(save, "press", "click")
    chooser = wait_for("the file's dialog", lambda: find(app, role=Atspi.Role.DIALOG, contains="Save"))
    name = wait_for("the file's name", lambda: find(chooser, role=Atspi.Role.TEXT))
    target = os.path.join(folder, "heard.html")
    text = name.get_editable_text_iface()
    if text is None or not text.set_text_contents(target):
        fail("the file's name cannot be written")
    act(wait_for("its button", lambda: find(chooser, role=Atspi.Role.PUSH_BUTTON, name="Save")), "press", "click")
    wait_for("the report on disk", lambda: any(f.startswith("heard") and os.path.getsize(os.path.join(folder, f))
                                               for f in os.listdir(folder)))


if __name__ == "__main__":
    main()
