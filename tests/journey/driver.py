# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program on a private screen, the way a person would.

A Screen is an Xvfb with its own D-Bus, accessibility bus and window manager.
A Program is found and read through the accessibility tree and acted on with
real key and pointer events. Closing a Screen ends all it started.
"""
import ctypes
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import zlib

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# What at-spi2-core calls some roles from 2.55 on.
NEWER_ROLES = {'push button': 'button'}

# A sign in the output of the program that something went wrong. What a newer GTK
# says of measures is about the message dialogs of libadwaita.
COMPLAINT = re.compile(r'(WARNING|CRITICAL|ERROR) \*\*:(?!.*Trying to measure )|AddressSanitizer|runtime error:|LeakSanitizer')

# Seconds to wait for what has to come: long, since a sanitizer on a busy machine
# is slow, and who need not wait does not.
PATIENCE = 40

# Settings that make two runs look the same.
GTK_SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-font-name=Noto Sans CJK SC 11
gtk-hint-font-metrics=1
"""

# Left over from the session that runs the tests, these would lead out of it.
FOREIGN = ('WAYLAND_DISPLAY', 'DISPLAY', 'XAUTHORITY', 'AT_SPI_BUS_ADDRESS', 'GTK_A11Y', 'GTK_THEME',
           'GTK_MODULES', 'GDK_SCALE', 'LANGUAGE', 'DESKTOP_STARTUP_ID', 'MALLOC_PERTURB_', 'MALLOC_CHECK_')


class JourneyError(Exception):
    """The journey cannot go on."""


def wait_for(what, condition, seconds=PATIENCE):
    """The first true value of condition(), asked again and again."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:          # the widget vanished while we looked
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise JourneyError('after %d s still no %s' % (seconds, what))
        time.sleep(0.03)


def die_with_parent():
    """Without this an aborted test would leave its X server behind."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class FrameBuffer:
    """What Xvfb shows now: the XWD file it keeps, 32 bits a pixel, blue first."""

    def __init__(self, path):
        with open(path, 'rb') as file:
            data = file.read()
        head = struct.unpack('>25I', data[:100])
        self.width, self.height, self.line = head[4], head[5], head[12]
        self.data = data[head[0] + head[19] * 12:]

    def rows(self, x, y, width, height):
        for row in range(max(y, 0), min(y + height, self.height)):
            start = row * self.line
            yield self.data[start + max(x, 0) * 4:start + min(x + width, self.width) * 4]

    def png(self):
        lines = []
        for row in self.rows(0, 0, self.width, self.height):
            rgb = bytearray(self.width * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
            lines.append(b'\0' + bytes(rgb))

        def chunk(kind, body):
            return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
        return (b'\x89PNG\r\n\x1a\n'
                + chunk(b'IHDR', struct.pack('>IIBBBBB', self.width, self.height, 8, 2, 0, 0, 0))
                + chunk(b'IDAT', zlib.compress(b''.join(lines), 6)) + chunk(b'IEND', b''))


class Screen:
    def __init__(self, size='1366x768', locale='zh_CN.UTF-8'):
        self.size, self.locale = size, locale
        self.processes, self.folder = [], None

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='journey-')
        # What programs told the desktop, one line of JSON each.
        self.notifications = os.path.join(self.folder, 'notifications')
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                continue
        for process in self.processes:
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        # Services that the bus started leave a moment later and may still
        # write into the folder.
        for _ in range(20):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not os.path.exists(self.folder):
                break
            time.sleep(0.05)

    def _start(self):
        self.environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        for name, sub in (('XDG_RUNTIME_DIR', 'run'), ('XDG_CONFIG_HOME', 'config'), ('HOME', 'home'),
                          ('XDG_DATA_HOME', 'data'), ('XDG_CACHE_HOME', 'cache'), ('XDG_STATE_HOME', 'state')):
            self.environment[name] = os.path.join(self.folder, sub)
            os.makedirs(self.environment[name], 0o700)
        os.makedirs(self.environment['XDG_CONFIG_HOME'] + '/gtk-4.0')
        with open(self.environment['XDG_CONFIG_HOME'] + '/gtk-4.0/settings.ini', 'w', encoding='utf-8') as file:
            file.write(GTK_SETTINGS)
        self.environment.update(
            LANG=self.locale, LC_ALL=self.locale, GDK_BACKEND='x11', GTK_A11Y='atspi',
            GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', ADW_DISABLE_PORTAL='1',
            GIO_USE_VFS='local', GSETTINGS_BACKEND='memory', XDG_SESSION_TYPE='x11', NO_AT_BRIDGE='1')

        display = self._spawn_and_read(
            lambda fd: ['Xvfb', '-displayfd', str(fd), '-screen', '0', self.size + 'x24', '-dpi', '96',
                        '-nolisten', 'tcp', '-noreset', '-fbdir', self.folder])
        self.environment['DISPLAY'] = ':' + display
        bus = self._spawn_and_read(
            lambda fd: ['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=%d' % fd])
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus
        answer = self.output_of('gdbus', 'call', '--session', '-d', 'org.a11y.Bus', '-o', '/org/a11y/bus',
                                '-m', 'org.a11y.Bus.GetAddress')
        self.environment['AT_SPI_BUS_ADDRESS'] = re.search(r"'(.*)'", answer).group(1)
        with open(self.notifications, 'w', encoding='utf-8') as log:
            self.spawn('/usr/bin/python3', os.path.join(os.path.dirname(__file__), 'notifications.py'), log=log)
        self.spawn('openbox')
        wait_for('window manager', lambda: 'window id' in self.output_of(
            'xprop', '-root', '_NET_SUPPORTING_WM_CHECK'))
        wait_for('notifications', lambda: 'true' in self.output_of(
            'gdbus', 'call', '--session', '-d', 'org.freedesktop.DBus', '-o', '/org/freedesktop/DBus',
            '-m', 'org.freedesktop.DBus.NameHasOwner', 'org.freedesktop.Notifications'))
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
            os.environ[name] = self.environment[name]
        Atspi.init()
        Atspi.set_timeout(20000, 40000)
        self.output_of('xdotool', 'mousemove', '1', '1')

    def spawn(self, *command, log=subprocess.DEVNULL, **more):
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                                   stderr=subprocess.STDOUT, preexec_fn=die_with_parent,
                                   start_new_session=True, **more)
        self.processes.append(process)
        return process

    def _spawn_and_read(self, command):
        """Starts a server that writes its address to a pipe when it is ready."""
        reading, writing = os.pipe()
        words = command(writing)
        self.spawn(*words, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            if not select.select([pipe], [], [], 20)[0]:
                raise JourneyError('%s does not start' % words[0])
            line = pipe.readline().strip()
        if not line:
            raise JourneyError('%s ended at once' % words[0])
        return line

    def output_of(self, *command):
        return subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=30, check=False).stdout


class Program:
    def __init__(self, screen, *command):
        self.screen = screen
        self.log = os.path.join(screen.folder, 'program.log')
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = screen.spawn(*command, log=log)
        self.root = wait_for('window of ' + command[0], self._attach, 30)

    def _attach(self):
        if self.process.poll() is not None:
            raise JourneyError('the program ended with %s:\n%s' % (self.process.returncode, self.output()))
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program is not None and program.get_process_id() == self.process.pid:
                # libatspi would answer from a cache that GTK does not refresh.
                program.set_cache_mask(Atspi.Cache.NONE)
                if any(self.extents(window).width > 0 for window in self.children(program)):
                    return program
        return None

    def output(self):
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()

    def complaints(self):
        """Lines of the log that should not be there, and an end that came too soon."""
        lines = [line for line in self.output().splitlines() if COMPLAINT.search(line)]
        if self.process.poll() not in (None, 0):
            lines.append('exit status %s' % self.process.returncode)
        return lines

    # What is on the screen.

    @staticmethod
    def children(node):
        found = [node.get_child_at_index(index) for index in range(node.get_child_count())]
        return [child for child in found if child is not None]

    @staticmethod
    def extents(node):
        try:
            return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except (GLib.Error, TypeError, AttributeError):
            return Atspi.Rect()      # pages of a stack have no place of their own

    def walk(self, node=None, depth=0):
        """All widgets that have a size, depth first."""
        node = node or self.root
        yield node
        if depth > 70:
            return
        for child in self.children(node):
            size = self.extents(child)
            if child.get_component_iface() is None or (size.width > 0 and size.height > 0):
                yield from self.walk(child, depth + 1)

    def matches(self, role=None, name=None, root=None):
        """Widgets of a role whose name equals a string or matches a pattern."""
        for node in self.walk(root):
            try:
                if role is not None and node.get_role_name() not in (role, NEWER_ROLES.get(role)):
                    continue
                label = node.get_name() or ''
            except GLib.Error:
                continue            # it vanished while we looked
            if name is None or label == name or (hasattr(name, 'search') and name.search(label)):
                yield node

    def find(self, role=None, name=None, root=None, seconds=PATIENCE):
        """The first match, in the order of the tree."""
        wanted = name.pattern if hasattr(name, 'pattern') else name
        return wait_for('%s “%s”' % (role or 'widget', wanted),
                        lambda: next(self.matches(role, name, root), None), seconds)

    def texts(self, root=None):
        """Everything that can be read: names and descriptions of widgets.

        GTK keeps telling the old places of pages that were switched away, so
        look below the page that is meant.
        """
        return [text for node in self.walk(root) for text in (node.get_name(), node.get_description()) if text]

    @staticmethod
    def has(node, state):
        return node.get_state_set().contains(state)

    # What a person does.

    def key(self, *keys):
        for key in keys:
            self.screen.output_of('xdotool', 'key', '--clearmodifiers', key)
            time.sleep(0.05)

    def tab_to(self, node, key='Tab', most=250):
        """Presses Tab until the widget has the keyboard focus."""
        for _ in range(most):
            if self.has(node, Atspi.StateType.FOCUSED):
                return
            self.key(key)
        raise JourneyError('%d × %s do not lead to “%s”' % (most, key, node.get_name()))

    def middle(self, node, across=0.5):
        """Where the middle of a widget is on the screen."""
        place, (left, top) = self.extents(node), self._origin()
        return left + place.x + int(place.width * across), top + place.y + place.height // 2

    def click(self, node, across=0.5):
        x, y = self.middle(node, across)
        self.screen.output_of('xdotool', 'mousemove', str(x), str(y), 'sleep', '0.03', 'click', '1')
        time.sleep(0.05)

    def _window(self):
        shown = self.screen.output_of('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).split()
        if not shown:
            raise JourneyError('the program shows no window')
        lines = self.screen.output_of('xdotool', 'getwindowgeometry', '--shell', shown[-1]).split()
        return {key: int(value) for key, value in (line.split('=') for line in lines)}

    def _origin(self):
        """Where the content of the window begins on the screen.

        GTK 4 tells places only within the window; around it lies a border of
        the same width on all sides, which is the rest of the X window.
        """
        window, frame = self._window(), self.extents(self.children(self.root)[0])
        return (window['X'] + (window['WIDTH'] - frame.width) // 2,
                window['Y'] + (window['HEIGHT'] - frame.height) // 2)

    def _settled(self):
        """The frame buffer, with the pointer out of the way and all drawn."""
        self.screen.output_of('xdotool', 'mousemove', '1', '1')
        time.sleep(0.4)
        return FrameBuffer(os.path.join(self.screen.folder, 'Xvfb_screen0'))

    def screenshot(self, path):
        """The whole screen as PNG."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(self._settled().png())

    def pixels(self, node):
        """The pixels of one widget, to be compared with those of another time."""
        place, (left, top) = self.extents(node), self._origin()
        return b''.join(self._settled().rows(left + place.x, top + place.y, place.width, place.height))

    def wait(self, seconds=PATIENCE):
        """The exit status of a program that was asked to end."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired as late:
            raise JourneyError('the program does not end') from late
