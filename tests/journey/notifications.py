#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's notifications, as far as programs need them: one line of JSON for
each, on standard output. Without any, GLib would write a warning."""
import json

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
INTERFACE = """<node><interface name="%s">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>""" % NAME


def called(_bus, _sender, _path, _interface, method, arguments, invocation):
    called.number += 1
    if method == 'Notify':
        print(json.dumps({'title': arguments[3], 'text': arguments[4]}, ensure_ascii=False), flush=True)
    answers = {
        'GetCapabilities': GLib.Variant('(as)', (['actions', 'body'],)),
        'GetServerInformation': GLib.Variant('(ssss)', ('journey', 'journey', '1', '1.2')),
        'Notify': GLib.Variant('(u)', (called.number,)),
    }
    invocation.return_value(answers.get(method))


called.number = 0


def serve(bus, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).lookup_interface(NAME)
    bus.register_object('/org/freedesktop/Notifications', interface, called, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, serve, None, None)
GLib.MainLoop().run()
