<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Run Ray on a supercomputer, and give it back when you are done.</source>
        <translation>Ray auf einem Supercomputer ausführen und ihn zurückgeben, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Keep settings and profiles there.</source>
        <translation>Einstellungen und Profile dort aufbewahren.</translation>
    </message>
    <message>
        <source>Keep history, reports and drafts there.</source>
        <translation>Verlauf, Berichte und Entwürfe dort aufbewahren.</translation>
    </message>
    <message>
        <source>Show the connection in a profile file.</source>
        <translation>Die Verbindung aus einer Profildatei zeigen.</translation>
    </message>
    <message>
        <source>Connect to what --profile shows, at once.</source>
        <translation>Sofort mit dem verbinden, was --profile zeigt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::AboutDialog</name>
    <message>
        <source>About Rayhelm</source>
        <translation>Über Rayhelm</translation>
    </message>
    <message>
        <source>Rayhelm %1</source>
        <translation>Rayhelm %1</translation>
    </message>
    <message>
        <source>Run Ray on a supercomputer, and give it back when you are done.</source>
        <translation>Ray auf einem Supercomputer ausführen und ihn zurückgeben, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Built with Qt %1.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung. Erstellt mit Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rayhelm::AccountForm</name>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Ray&apos;s address on the VM (Ingress)</source>
        <translation>Adresse von Ray auf der VM (Ingress)</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>&amp;Wofür</translation>
    </message>
    <message>
        <source>Which server this login is for.</source>
        <translation>Für welchen Server diese Anmeldung gilt.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Create an MLflow account</source>
        <translation>MLflow-Konto anlegen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Closes these fields; nothing is kept.</source>
        <translation>Schließt diese Felder; nichts wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Only the password is changed. Add another account for another address or user.</source>
        <translation>Nur das Passwort wird geändert. Fügen Sie für eine andere Adresse oder einen anderen Benutzer ein weiteres Konto hinzu.</translation>
    </message>
    <message>
        <source>The tracking URI, for example https://mlflow.example.org</source>
        <translation>Die Tracking-URI, zum Beispiel https://mlflow.example.org</translation>
    </message>
    <message>
        <source>The address at which the VM publishes Ray.</source>
        <translation>Die Adresse, unter der die VM Ray bereitstellt.</translation>
    </message>
    <message>
        <source>Give the server&apos;s address first.</source>
        <translation>Geben Sie zuerst die Adresse des Servers an.</translation>
    </message>
    <message>
        <source>Opens the server&apos;s page in your browser.</source>
        <translation>Öffnet die Seite des Servers in Ihrem Browser.</translation>
    </message>
    <message>
        <source>The address is empty.</source>
        <translation>Die Adresse ist leer.</translation>
    </message>
    <message>
        <source>The user is empty.</source>
        <translation>Der Benutzer ist leer.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Das Passwort ist leer.</translation>
    </message>
    <message>
        <source>Keeps the password in the keychain.</source>
        <translation>Bewahrt das Passwort im Schlüsselbund auf.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The password would travel unencrypted. Use an address with https://, or tick the box under the address.</source>
        <translation>Das Passwort würde unverschlüsselt übertragen. Verwenden Sie eine Adresse mit https://, oder kreuzen Sie das Kästchen unter der Adresse an.</translation>
    </message>
    <message>
        <source>Send the password unencrypted to %1</source>
        <translation>Das Passwort unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>The password would travel unencrypted to %1: everybody on the way can read it.</source>
        <translation>Das Passwort würde unverschlüsselt an %1 übertragen: Jeder auf dem Weg kann es lesen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Accounts</name>
    <message>
        <source>No password is stored for %1 at %2.</source>
        <translation>Für %1 auf %2 ist kein Passwort gespeichert.</translation>
    </message>
    <message>
        <source>The login works.</source>
        <translation>Die Anmeldung funktioniert.</translation>
    </message>
    <message>
        <source>The server lets everybody in, so the password could not be checked.</source>
        <translation>Der Server lässt jeden herein; das Passwort konnte daher nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The server refused this user name or password.</source>
        <translation>Der Server hat diesen Benutzernamen oder dieses Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The password belongs to no server, so it is not kept.</source>
        <translation>Das Passwort gehört zu keinem Server und wird deshalb nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The password would travel unencrypted to %1: everybody on the way can read it. Use an address with https://, or allow it for this server in “Accounts and passwords”.</source>
        <translation>Das Passwort würde unverschlüsselt an %1 übertragen: Jeder auf dem Weg kann es lesen. Verwenden Sie eine Adresse mit https://, oder erlauben Sie es für diesen Server unter „Konten und Passwörter“.</translation>
    </message>
</context>
<context>
    <name>rayhelm::AccountsDialog</name>
    <message>
        <source>Accounts and passwords</source>
        <translation>Konten und Passwörter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Last login worked</source>
        <translation>Letzte gelungene Anmeldung</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Logins whose password is kept. A password is never shown.</source>
        <translation>Anmeldungen, deren Passwort aufbewahrt wird. Ein Passwort wird nie angezeigt.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Add account...</source>
        <translation>Konto hinzufügen...</translation>
    </message>
    <message>
        <source>Waiting for an answer.</source>
        <translation>Wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>Choose an account in the list first.</source>
        <translation>Wählen Sie zuerst ein Konto in der Liste.</translation>
    </message>
    <message>
        <source>Only MLflow accounts can be tested here.</source>
        <translation>Hier können nur MLflow-Konten getestet werden.</translation>
    </message>
    <message>
        <source>Tries the stored login at the server.</source>
        <translation>Probiert die gespeicherte Anmeldung am Server aus.</translation>
    </message>
    <message>
        <source>Replaces the password. Running pods keep the old one until you install again.</source>
        <translation>Ersetzt das Passwort. Laufende Pods behalten das alte, bis Sie neu installieren.</translation>
    </message>
    <message>
        <source>Removes the password from this computer.</source>
        <translation>Entfernt das Passwort von diesem Computer.</translation>
    </message>
    <message>
        <source>Keeps another login.</source>
        <translation>Bewahrt eine weitere Anmeldung auf.</translation>
    </message>
    <message>
        <source>Testing the login...</source>
        <translation>Die Anmeldung wird getestet...</translation>
    </message>
    <message>
        <source>Removing the password...</source>
        <translation>Das Passwort wird entfernt...</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message>
        <source>Could not be removed. %1</source>
        <translation>Konnte nicht entfernt werden. %1</translation>
    </message>
    <message>
        <source>Keeping the password...</source>
        <translation>Das Passwort wird abgelegt...</translation>
    </message>
    <message>
        <source>Kept in the keychain.</source>
        <translation>Im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>Kept until you quit.</source>
        <translation>Bis zum Beenden aufbewahrt.</translation>
    </message>
    <message>
        <source>Running pods keep the old password until you install again.</source>
        <translation>Laufende Pods behalten das alte Passwort, bis Sie neu installieren.</translation>
    </message>
    <message>
        <source>MLflow %1</source>
        <translation>MLflow %1</translation>
    </message>
    <message>
        <source>Ray %1</source>
        <translation>Ray %1</translation>
    </message>
    <message>
        <source>Login %1</source>
        <translation>Anmeldung %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>sudo on %1</source>
        <translation>sudo auf %1</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>until I quit</source>
        <translation>bis zum Beenden</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht aufbewahrt</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>noch nicht versucht</translation>
    </message>
    <message>
        <source>Kept in: keychain, unlocked</source>
        <translation>Aufbewahrt in: Schlüsselbund, entsperrt</translation>
    </message>
    <message>
        <source>Kept in: keychain, locked</source>
        <translation>Aufbewahrt in: Schlüsselbund, gesperrt</translation>
    </message>
    <message>
        <source>Kept only until you quit</source>
        <translation>Nur bis zum Beenden aufbewahrt</translation>
    </message>
    <message>
        <source>Kept in: keychain, not asked yet</source>
        <translation>Aufbewahrt in: Schlüsselbund, noch nicht gefragt</translation>
    </message>
    <message>
        <source>Your keychain waits for you.</source>
        <translation>Ihr Schlüsselbund wartet auf Sie.</translation>
    </message>
    <message>
        <source>Unlock it, or go on until you quit.</source>
        <translation>Entsperren Sie ihn, oder arbeiten Sie ohne ihn bis zum Beenden weiter.</translation>
    </message>
    <message>
        <source>No keychain on this computer.</source>
        <translation>Kein Schlüsselbund auf diesem Computer.</translation>
    </message>
    <message>
        <source>Passwords can be kept only until you quit. Nothing is written to a file. To add one, install GNOME Keyring or KWallet and log in again.</source>
        <translation>Passwörter können nur bis zum Beenden aufbewahrt werden. Nichts wird in eine Datei geschrieben. Um einen Schlüsselbund zu bekommen, installieren Sie GNOME Keyring oder KWallet und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This login belongs to no machine that is known. Forget it; it is asked for when you connect.</source>
        <translation>Diese Anmeldung gehört zu keiner bekannten Maschine. Vergessen Sie sie; beim Verbinden werden Sie danach gefragt.</translation>
    </message>
    <message>
        <source>not used any more</source>
        <translation>nicht mehr verwendet</translation>
    </message>
</context>
<context>
    <name>rayhelm::ActionRow</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Further actions of this panel.</source>
        <translation>Weitere Aktionen dieses Bereichs.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Only &amp;changes</source>
        <translation>&amp;Nur Änderungen</translation>
    </message>
    <message>
        <source>No commands yet. They appear here as soon as Rayhelm runs one for you.</source>
        <translation>Noch keine Befehle. Sie erscheinen hier, sobald Rayhelm einen für Sie ausführt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as script...</source>
        <translation>Als Skript speichern...</translation>
    </message>
    <message>
        <source>What Rayhelm ran for you, as you could have typed it. Secrets read &quot;(hidden)&quot;.</source>
        <translation>Was Rayhelm für Sie ausgeführt hat, so wie Sie es hätten eintippen können. Statt Geheimnissen steht „(hidden)“.</translation>
    </message>
    <message>
        <source>Hides commands that only looked at something.</source>
        <translation>Blendet Befehle aus, die nur etwas angesehen haben.</translation>
    </message>
    <message>
        <source>Shows the commands of one place only.</source>
        <translation>Zeigt nur die Befehle eines Ortes.</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>The newest command is on top. The selected one is shown in full below.</source>
        <translation>Der neueste Befehl steht oben. Der ausgewählte steht darunter in voller Länge.</translation>
    </message>
    <message>
        <source>Selected command in full</source>
        <translation>Ausgewählter Befehl in voller Länge</translation>
    </message>
    <message>
        <source>Read only; it can be copied.</source>
        <translation>Nur zum Lesen; er kann kopiert werden.</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Alle Orte</translation>
    </message>
    <message numerus="yes">
        <source>Activity: %n command(s)</source>
        <translation>
            <numerusform>Aktivität: %n Befehl</numerusform>
            <numerusform>Aktivität: %n Befehle</numerusform>
        </translation>
    </message>
    <message>
        <source>No command was run yet.</source>
        <translation>Es wurde noch kein Befehl ausgeführt.</translation>
    </message>
    <message>
        <source>No command fits what you look for.</source>
        <translation>Kein Befehl passt zu Ihrer Suche.</translation>
    </message>
    <message>
        <source>Save as script</source>
        <translation>Als Skript speichern</translation>
    </message>
    <message>
        <source>Scripts (*.sh)</source>
        <translation>Skripte (*.sh)</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::AskpassServer</name>
    <message>
        <source>The connection cannot ask for passwords: its private socket could not be made.</source>
        <translation>Die Verbindung kann nicht nach Passwörtern fragen: Ihr privater Socket konnte nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::BindsInput</name>
    <message>
        <source>Folder on the HPC</source>
        <translation>Ordner auf dem HPC-System</translation>
    </message>
    <message>
        <source>Seen by the job as</source>
        <translation>Sichtbar für den Job als</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Neuer Ordner</translation>
    </message>
</context>
<context>
    <name>rayhelm::ChangedIdentity</name>
    <message>
        <source>What is said about the identity of %1 contradicts itself.</source>
        <translation>Was über die Identität von %1 gesagt wird, widerspricht sich.</translation>
    </message>
    <message>
        <source>in your own file %1</source>
        <translation>in Ihrer eigenen Datei %1</translation>
    </message>
    <message>
        <source>No machine on the way has changed its identity.</source>
        <translation>Keine Maschine auf dem Weg hat ihre Identität geändert.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ChangedIdentityCard</name>
    <message>
        <source>Known: %1.</source>
        <translation>Bekannt: %1.</translation>
    </message>
    <message>
        <source>STOP: %1 has changed its identity</source>
        <translation>STOPP: %1 hat seine Identität geändert</translation>
    </message>
    <message>
        <source>It was reinstalled, or someone stands in between. Your password was not sent. Ask the VM&apos;s owner before you go on.</source>
        <translation>Die Maschine wurde neu installiert, oder jemand steht dazwischen. Ihr Passwort wurde nicht gesendet. Fragen Sie den Besitzer der VM, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Known fingerprint</source>
        <translation>Bekannter Fingerabdruck</translation>
    </message>
    <message>
        <source>Fingerprint now</source>
        <translation>Fingerabdruck jetzt</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Nicht verbinden</translation>
    </message>
    <message>
        <source>Nothing is sent to this machine.</source>
        <translation>An diese Maschine wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The old identity is kept in your own SSH files, which Rayhelm does not change.</source>
        <translation>Die alte Identität steht in Ihren eigenen SSH-Dateien, die Rayhelm nicht ändert.</translation>
    </message>
    <message>
        <source>Forget the old identity...</source>
        <translation>Alte Identität vergessen...</translation>
    </message>
    <message>
        <source>Asks once more, then starts as with a new machine.</source>
        <translation>Fragt noch einmal nach und beginnt dann wie bei einer neuen Maschine.</translation>
    </message>
    <message>
        <source>Forget the identity of %1? Do this only if its owner told you that it is new.</source>
        <translation>Die Identität von %1 vergessen? Tun Sie das nur, wenn der Besitzer Ihnen gesagt hat, dass sie neu ist.</translation>
    </message>
    <message>
        <source>Keep the old identity</source>
        <translation>Alte Identität behalten</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Nichts ändert sich.</translation>
    </message>
    <message>
        <source>Forget the identity of %1</source>
        <translation>Identität von %1 vergessen</translation>
    </message>
    <message>
        <source>Its new fingerprint is then shown for comparison.</source>
        <translation>Der neue Fingerabdruck wird danach zum Vergleich angezeigt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ChangesPage</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirkt</translation>
    </message>
    <message>
        <source>Changes since the file was saved</source>
        <translation>Änderungen, seit die Datei gespeichert wurde</translation>
    </message>
    <message>
        <source>One row for each setting, with when it reaches what runs.</source>
        <translation>Eine Zeile je Einstellung, mit dem Zeitpunkt, zu dem sie das Laufende erreicht.</translation>
    </message>
    <message>
        <source>Differences to the saved file</source>
        <translation>Unterschiede zur gespeicherten Datei</translation>
    </message>
    <message>
        <source>Saves the file where it came from.</source>
        <translation>Speichert die Datei dort, woher sie kam.</translation>
    </message>
    <message>
        <source>with the next install</source>
        <translation>bei der nächsten Installation</translation>
    </message>
    <message>
        <source>Every edit is saved.</source>
        <translation>Alle Änderungen sind gespeichert.</translation>
    </message>
    <message>
        <source>Changes that are not saved</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The text cannot be read, so the changes are shown line by line only.</source>
        <translation>Der Text kann nicht gelesen werden, daher werden die Änderungen nur Zeile für Zeile gezeigt.</translation>
    </message>
    <message>
        <source>Only comments or the layout change; the values stay the same.</source>
        <translation>Nur Kommentare oder die Anordnung ändern sich; die Werte bleiben gleich.</translation>
    </message>
    <message>
        <source>Saving changes only the file. What runs changes when you install, and most of it only for new pods.</source>
        <translation>Speichern ändert nur die Datei. Was läuft, ändert sich erst beim Installieren, und das meiste nur für neue Pods.</translation>
    </message>
    <message>
        <source>Saving changes only the file. Nothing is installed now.</source>
        <translation>Speichern ändert nur die Datei. Zurzeit ist nichts installiert.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ChartTraps</name>
    <message>
        <source>The chart keeps &quot;smallGroup&quot; disabled unless the file says &quot;disabled: false&quot;.</source>
        <translation>Das Chart lässt „smallGroup“ ausgeschaltet, solange die Datei nicht „disabled: false“ sagt.</translation>
    </message>
    <message>
        <source>Enable it</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>The chart writes the label &quot;%1&quot; itself.</source>
        <translation>Das Chart schreibt das Label „%1“ selbst.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>KubeRay %1 on this VM refuses a group without Ray start parameters.</source>
        <translation>KubeRay %1 auf dieser VM lehnt eine Gruppe ohne Ray-Startparameter ab.</translation>
    </message>
    <message>
        <source>Add a harmless one</source>
        <translation>Einen harmlosen ergänzen</translation>
    </message>
    <message>
        <source>The group&apos;s name %1 becomes part of the pods&apos; names: it may hold only letters, digits and hyphens.</source>
        <translation>Der Name der Gruppe %1 wird Teil der Namen der Pods: Er darf nur Buchstaben, Ziffern und Bindestriche enthalten.</translation>
    </message>
    <message>
        <source>The group &quot;%1&quot; states no CPUs and memory: on the HPC its pods would get 1 CPU and 1 MB.</source>
        <translation>Die Gruppe „%1“ nennt keine CPUs und keinen Speicher: Auf dem HPC-System bekämen ihre Pods 1 CPU und 1 MB.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterDetails</name>
    <message>
        <source>Nothing was installed or repaired since Rayhelm was started.</source>
        <translation>Seit dem Start von Rayhelm wurde nichts installiert oder repariert.</translation>
    </message>
    <message>
        <source>Raw text of the event</source>
        <translation>Originaltext des Ereignisses</translation>
    </message>
    <message>
        <source>Nothing has happened yet, as far as is known.</source>
        <translation>Soweit bekannt, ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>Details of the cluster</source>
        <translation>Einzelheiten des Clusters</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Steps of the installation</source>
        <translation>Schritte der Installation</translation>
    </message>
    <message>
        <source>&amp;Log of</source>
        <translation>&amp;Log von</translation>
    </message>
    <message>
        <source>Chooses whose log is shown.</source>
        <translation>Legt fest, wessen Log gezeigt wird.</translation>
    </message>
    <message>
        <source>Events, newest first</source>
        <translation>Ereignisse, neueste zuerst</translation>
    </message>
    <message>
        <source>The raw text of the chosen event stands below.</source>
        <translation>Der Originaltext des gewählten Ereignisses steht darunter.</translation>
    </message>
    <message>
        <source>The names that Kubernetes, Helm and Slurm use.</source>
        <translation>Die Namen, die Kubernetes, Helm und Slurm verwenden.</translation>
    </message>
    <message>
        <source>Helm</source>
        <translation>Helm</translation>
    </message>
    <message>
        <source>Helm has not run since Rayhelm was started.</source>
        <translation>Seit dem Start von Rayhelm ist Helm nicht gelaufen.</translation>
    </message>
    <message>
        <source>Log of Helm</source>
        <translation>Log von Helm</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Log von %1</translation>
    </message>
    <message>
        <source>Nothing written yet: the job is in the HPC queue.</source>
        <translation>Noch nichts geschrieben: Der Job steht in der Warteschlange des HPC-Systems.</translation>
    </message>
    <message>
        <source>Nothing written yet: the job is queued or starting on the HPC.</source>
        <translation>Noch nichts geschrieben: Der Job wartet oder startet auf dem HPC-System.</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1, revision %2, %3, %4</source>
        <translation>%1, Revision %2, %3, %4</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>HPC gateway (node)</source>
        <translation>HPC-Gateway (Knoten)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Slurm job</source>
        <translation>Slurm-Job</translation>
    </message>
    <message>
        <source>Slurm options</source>
        <translation>Slurm-Optionen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Bridge to the HPC</source>
        <translation>Brücke zum HPC-System</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>unterbrochen seit %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>Last news from Kubernetes</source>
        <translation>Letzte Nachricht von Kubernetes</translation>
    </message>
    <message>
        <source>Ray answered</source>
        <translation>Ray hat geantwortet</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Slurm answered</source>
        <translation>Slurm hat geantwortet</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>RayCluster state, which proves nothing</source>
        <translation>RayCluster-Zustand, der nichts beweist</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterEventModel</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterHeldBar</name>
    <message>
        <source>Nodes held of those asked for</source>
        <translation>Belegte von den angeforderten Knoten</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n node(s).</source>
        <translation>
            <numerusform>%n Knoten angefordert.</numerusform>
            <numerusform>%n Knoten angefordert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held: %1, waiting: %2.</source>
        <translation>Belegt: %1, wartend: %2.</translation>
    </message>
    <message>
        <source>Held: %1.</source>
        <translation>Belegt: %1.</translation>
    </message>
    <message>
        <source>Used: about %1 GPU hours.</source>
        <translation>Verbraucht: etwa %1 GPU-Stunden.</translation>
    </message>
    <message>
        <source>No time limit known.</source>
        <translation>Kein Zeitlimit bekannt.</translation>
    </message>
    <message>
        <source>Time left: about %1 of %2.</source>
        <translation>Restzeit: etwa %1 (Zeitlimit: %2).</translation>
    </message>
    <message>
        <source>Time left: about %1.</source>
        <translation>Restzeit: etwa %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterLook</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>as of %1 (%2 ago)</source>
        <translation>Stand %1 (%2 alt)</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterPanel</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) saved.</source>
        <translation>
            <numerusform>%n Log gespeichert.</numerusform>
            <numerusform>%n Logs gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Review and install...</source>
        <translation>Prüfen und installieren...</translation>
    </message>
    <message>
        <source>Shows what installing the open configuration would change.</source>
        <translation>Zeigt, was die Installation der offenen Konfiguration ändern würde.</translation>
    </message>
    <message>
        <source>New job...</source>
        <translation>Neuer Job...</translation>
    </message>
    <message>
        <source>Prepares a job for this cluster.</source>
        <translation>Bereitet einen Job für diesen Cluster vor.</translation>
    </message>
    <message>
        <source>Save logs...</source>
        <translation>Logs speichern...</translation>
    </message>
    <message>
        <source>Writes the logs of all pods into a folder of this computer.</source>
        <translation>Schreibt die Logs aller Pods in einen Ordner dieses Computers.</translation>
    </message>
    <message>
        <source>Open Ray dashboard</source>
        <translation>Ray-Dashboard öffnen</translation>
    </message>
    <message>
        <source>It has no login: do not share the address.</source>
        <translation>Es verlangt keine Anmeldung: Geben Sie die Adresse nicht weiter.</translation>
    </message>
    <message>
        <source>Delete cluster...</source>
        <translation>Cluster löschen...</translation>
    </message>
    <message>
        <source>Shows first what goes away; nothing is deleted yet.</source>
        <translation>Zeigt zuerst, was verschwindet; noch wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Brings back the last good state after an install that was cut off.</source>
        <translation>Stellt nach einer abgebrochenen Installation den letzten guten Zustand wieder her.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Reads everything anew.</source>
        <translation>Liest alles neu.</translation>
    </message>
    <message>
        <source>The cluster has not been looked at yet.</source>
        <translation>Der Cluster wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>There are no pods.</source>
        <translation>Es gibt keine Pods.</translation>
    </message>
    <message>
        <source>Ray does not answer yet.</source>
        <translation>Ray antwortet noch nicht.</translation>
    </message>
    <message>
        <source>There is no cluster to delete.</source>
        <translation>Es gibt keinen Cluster, den man löschen könnte.</translation>
    </message>
    <message>
        <source>Nothing needs to be repaired.</source>
        <translation>Nichts muss repariert werden.</translation>
    </message>
    <message>
        <source>No cluster is installed here.</source>
        <translation>Hier ist kein Cluster installiert.</translation>
    </message>
    <message>
        <source>The head of the cluster is not usable yet. A job can be prepared in the Jobs panel.</source>
        <translation>Der Head des Clusters ist noch nicht nutzbar. Ein Job kann im Bereich Jobs vorbereitet werden.</translation>
    </message>
    <message>
        <source>Save the logs of all pods</source>
        <translation>Logs aller Pods speichern</translation>
    </message>
    <message>
        <source>The Ray dashboard opens in your browser.</source>
        <translation>Das Ray-Dashboard öffnet sich in Ihrem Browser.</translation>
    </message>
    <message>
        <source>See head</source>
        <translation>Head ansehen</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Log öffnen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Go to setting</source>
        <translation>Zur Einstellung</translation>
    </message>
    <message>
        <source>Go to Image</source>
        <translation>Zum Image</translation>
    </message>
    <message>
        <source>Copy text for the owner</source>
        <translation>Text für den Besitzer kopieren</translation>
    </message>
    <message>
        <source>Ask the HPC</source>
        <translation>HPC-System fragen</translation>
    </message>
    <message>
        <source>They are in %1, without colours and other control characters.</source>
        <translation>Sie liegen in %1, ohne Farben und andere Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterPodModel</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Slurm job</source>
        <translation>Slurm-Job</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Slurm job %1.</source>
        <translation>Slurm-Job %1.</translation>
    </message>
    <message>
        <source>About %1 left.</source>
        <translation>Noch etwa %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterPodTable</name>
    <message>
        <source>Pods of the cluster</source>
        <translation>Pods des Clusters</translation>
    </message>
    <message>
        <source>Each pod is one part of the cluster and one Slurm job. The line below the table repeats the chosen one.</source>
        <translation>Jeder Pod ist ein Teil des Clusters und ein Slurm-Job. Die Zeile unter der Tabelle wiederholt den gewählten.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterStatus</name>
    <message>
        <source>head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>The cluster restarts again and again.</source>
        <translation>Der Cluster startet immer wieder neu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in 10 min; each time asks for a new Slurm job and costs hours. Delete the cluster; the first failure&apos;s log is kept here if it could be read.</source>
        <translation>
            <numerusform>%1 ist %n Mal in 10 min fehlgeschlagen; jedes Mal wird ein neuer Slurm-Job angefordert, und das kostet Stunden. Löschen Sie den Cluster; das Log des ersten Fehlers bleibt hier erhalten, wenn es gelesen werden konnte.</numerusform>
            <numerusform>%1 ist %n Mal in 10 min fehlgeschlagen; jedes Mal wird ein neuer Slurm-Job angefordert, und das kostet Stunden. Löschen Sie den Cluster; das Log des ersten Fehlers bleibt hier erhalten, wenn es gelesen werden konnte.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bridge to the HPC is down since %1.</source>
        <translation>Die Brücke zum HPC-System ist seit %1 unterbrochen.</translation>
    </message>
    <message>
        <source>Nothing new can start or stop; running jobs may go on. Wait; do not delete now, or jobs could be left behind.</source>
        <translation>Nichts Neues kann starten oder enden; laufende Jobs laufen vielleicht weiter. Warten Sie; löschen Sie jetzt nicht, sonst könnten Jobs zurückbleiben.</translation>
    </message>
    <message>
        <source>The time limit is in about %1 (%2).</source>
        <translation>Bis zum Zeitlimit bleiben etwa %1 (%2).</translation>
    </message>
    <message>
        <source>Slurm then ends all pods, and KubeRay asks for new ones, without your jobs and logs. Save, and delete the cluster when done.</source>
        <translation>Slurm beendet dann alle Pods, und KubeRay fordert neue an, ohne Ihre Jobs und Logs. Speichern Sie, und löschen Sie den Cluster, wenn Sie fertig sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s) wait(s) for the head and use(s) HPC hours.</source>
        <translation>
            <numerusform>%n Worker wartet auf den Head und verbraucht HPC-Stunden.</numerusform>
            <numerusform>%n Worker warten auf den Head und verbrauchen HPC-Stunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The head reads &quot;%1&quot;. If this stays for 15 min, delete the cluster.</source>
        <translation>Der Head meldet „%1“. Wenn das 15 min so bleibt, löschen Sie den Cluster.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The HPC refused %1.</source>
        <translation>Das HPC-System hat %1 abgelehnt.</translation>
    </message>
    <message>
        <source>Correct the Slurm options and install again.</source>
        <translation>Berichtigen Sie die Slurm-Optionen und installieren Sie neu.</translation>
    </message>
    <message>
        <source>Queued or starting on the HPC since %1.</source>
        <translation>Wartet oder startet auf dem HPC-System seit %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) do not run yet, and no reason is passed on here. Waiting is normal; a shorter time limit may start earlier.</source>
        <translation>
            <numerusform>%1 von %n Pod läuft noch nicht, und ein Grund wird hier nicht weitergegeben. Warten ist normal; ein kürzeres Zeitlimit kann den Start vorziehen.</numerusform>
            <numerusform>%1 von %n Pods laufen noch nicht, und ein Grund wird hier nicht weitergegeben. Warten ist normal; ein kürzeres Zeitlimit kann den Start vorziehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) usable</source>
        <translation>
            <numerusform>%1 von %n Pod nutzbar</numerusform>
            <numerusform>%1 von %n Pods nutzbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Kein Cluster</translation>
    </message>
    <message>
        <source>The cluster cannot be read</source>
        <translation>Der Cluster kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Handing over to the HPC</source>
        <translation>Wird an das HPC-System übergeben</translation>
    </message>
    <message>
        <source>In the HPC queue</source>
        <translation>In der Warteschlange des HPC-Systems</translation>
    </message>
    <message>
        <source>Queued or starting on the HPC</source>
        <translation>Wartet oder startet auf dem HPC-System</translation>
    </message>
    <message>
        <source>Starting: %1</source>
        <translation>Startet: %1</translation>
    </message>
    <message>
        <source>The cluster is usable</source>
        <translation>Der Cluster ist nutzbar</translation>
    </message>
    <message>
        <source>Contact with the HPC lost</source>
        <translation>Kontakt zum HPC-System verloren</translation>
    </message>
    <message>
        <source>Restarting again and again</source>
        <translation>Startet immer wieder neu</translation>
    </message>
    <message numerus="yes">
        <source>Being deleted: %n pod(s) left</source>
        <translation>
            <numerusform>Wird gelöscht: noch %n Pod</numerusform>
            <numerusform>Wird gelöscht: noch %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>An earlier install was cut off</source>
        <translation>Eine frühere Installation wurde abgebrochen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: %2 since %3 (%4).</source>
        <comment>pod, state, clock time, duration</comment>
        <translation>%1: %2 seit %3 (%4).</translation>
    </message>
    <message numerus="yes">
        <source>Jobs can start now, with %n GPU(s).</source>
        <translation>
            <numerusform>Jobs können jetzt starten, mit %n GPU.</numerusform>
            <numerusform>Jobs können jetzt starten, mit %n GPUs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was read from this VM yet.</source>
        <translation>Von dieser VM wurde noch nichts gelesen.</translation>
    </message>
    <message>
        <source>No cluster is installed here.</source>
        <translation>Hier ist kein Cluster installiert.</translation>
    </message>
    <message>
        <source>Nothing was heard for %1; last seen %2.</source>
        <translation>%1 lang wurde nichts gehört; zuletzt gesehen: %2.</translation>
    </message>
    <message>
        <source>Every pod is counted by Ray. Jobs can start now.</source>
        <translation>Ray zählt alle Pods. Jobs können jetzt starten.</translation>
    </message>
    <message>
        <source>Kubernetes has the order; no pod exists yet.</source>
        <translation>Kubernetes hat den Auftrag; noch gibt es keinen Pod.</translation>
    </message>
    <message>
        <source>Kubernetes has let go of all pods.</source>
        <translation>Kubernetes hat alle Pods losgelassen.</translation>
    </message>
    <message>
        <source>The pods were asked to stop; this takes about half a minute.</source>
        <translation>Die Pods wurden gebeten, zu enden; das dauert etwa eine halbe Minute.</translation>
    </message>
    <message>
        <source>Helm left a lock at %1. Repair brings back the last good state.</source>
        <translation>Helm hat um %1 eine Sperre hinterlassen. „Reparieren“ stellt den letzten guten Zustand wieder her.</translation>
    </message>
    <message>
        <source>In the HPC queue since %1</source>
        <translation>In der Warteschlange des HPC-Systems seit %1</translation>
    </message>
    <message>
        <source>Queued or starting on the HPC since %1</source>
        <translation>Wartet oder startet auf dem HPC-System seit %1</translation>
    </message>
    <message>
        <source>Queued since %1</source>
        <translation>Wartet seit %1</translation>
    </message>
    <message>
        <source>Queued or starting</source>
        <translation>Wartet oder startet</translation>
    </message>
    <message>
        <source>Cluster usable</source>
        <translation>Cluster nutzbar</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>HPC contact lost</source>
        <translation>Kein Kontakt zum HPC</translation>
    </message>
    <message>
        <source>Restart loop</source>
        <translation>Neustartschleife</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Unknown, last seen %1</source>
        <translation>Unbekannt, zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Wird übergeben</translation>
    </message>
    <message>
        <source>Unknown, was: %1</source>
        <translation>Unbekannt, war: %1</translation>
    </message>
    <message>
        <source>%1 was given to the HPC gateway.</source>
        <translation>%1 wurde an das HPC-Gateway übergeben.</translation>
    </message>
    <message>
        <source>The gateway has accepted %1.</source>
        <translation>Das Gateway hat %1 angenommen.</translation>
    </message>
    <message>
        <source>KubeRay made a new head.</source>
        <translation>KubeRay hat einen neuen Head angelegt.</translation>
    </message>
    <message>
        <source>KubeRay made a new worker.</source>
        <translation>KubeRay hat einen neuen Worker angelegt.</translation>
    </message>
    <message>
        <source>KubeRay removed a head that had ended.</source>
        <translation>KubeRay hat einen Head entfernt, der beendet war.</translation>
    </message>
    <message>
        <source>KubeRay removed a worker that had ended.</source>
        <translation>KubeRay hat einen Worker entfernt, der beendet war.</translation>
    </message>
    <message>
        <source>KubeRay made the address of the head.</source>
        <translation>KubeRay hat die Adresse des Heads angelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n Objekt mit einem unmöglichen Namen wurde weggelassen.</numerusform>
            <numerusform>%n Objekte mit unmöglichen Namen wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kubernetes never gives such names: somebody has changed what the cloud VM answers. Tell its administrator.</source>
        <translation>Solche Namen vergibt Kubernetes nie: Jemand hat verändert, was die Cloud-VM antwortet. Sagen Sie es ihrem Administrator.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterWork</name>
    <message>
        <source>An install is going on.</source>
        <translation>Eine Installation läuft.</translation>
    </message>
    <message>
        <source>A repair is going on.</source>
        <translation>Eine Reparatur läuft.</translation>
    </message>
    <message>
        <source>The cluster is being deleted.</source>
        <translation>Der Cluster wird gerade gelöscht.</translation>
    </message>
    <message>
        <source>What went on at the VM is being looked for.</source>
        <translation>Es wird nachgesehen, was auf der VM weiterlief.</translation>
    </message>
</context>
<context>
    <name>rayhelm::CommandFilter</name>
    <message>
        <source>Commands that Rayhelm ran. Secrets read &quot;(hidden)&quot;.</source>
        <translation>Befehle, die Rayhelm ausgeführt hat. Statt Geheimnissen steht „(hidden)“.</translation>
    </message>
</context>
<context>
    <name>rayhelm::CommandLog</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>rayhelm::CommandModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>rayhelm::ComparePage</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Their version and yours</source>
        <translation>Die andere Fassung und Ihre</translation>
    </message>
    <message>
        <source>Merge both</source>
        <translation>Beide zusammenführen</translation>
    </message>
    <message>
        <source>Your text then holds both. It is not saved yet; undo takes it back.</source>
        <translation>Ihr Text enthält dann beides. Er ist noch nicht gespeichert; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Replaces the file by your version. Their changes are lost.</source>
        <translation>Ersetzt die Datei durch Ihre Fassung. Die anderen Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Your edits go; undo brings them back.</source>
        <translation>Ihre Änderungen entfallen; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Places that &amp;both changed</source>
        <translation>&amp;Stellen, die beide geändert haben</translation>
    </message>
    <message>
        <source>Places that both changed</source>
        <translation>Stellen, die beide geändert haben</translation>
    </message>
    <message>
        <source>Choose a place, then whose version of it is taken.</source>
        <translation>Wählen Sie eine Stelle und dann, wessen Fassung genommen wird.</translation>
    </message>
    <message>
        <source>Take &amp;mine here</source>
        <translation>Hier &amp;meine nehmen</translation>
    </message>
    <message>
        <source>Take &amp;theirs here</source>
        <translation>Hier die a&amp;ndere nehmen</translation>
    </message>
    <message>
        <source>For the chosen place.</source>
        <translation>Für die gewählte Stelle.</translation>
    </message>
    <message>
        <source>&amp;Result against theirs</source>
        <translation>E&amp;rgebnis gegenüber der anderen</translation>
    </message>
    <message>
        <source>What t&amp;hey changed</source>
        <translation>Deren Änderun&amp;gen</translation>
    </message>
    <message>
        <source>What &amp;I changed</source>
        <translation>Me&amp;ine Änderungen</translation>
    </message>
    <message>
        <source>What merging would change in the file as it is now.</source>
        <translation>Was das Zusammenführen an der Datei ändern würde, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>From the file as you opened it to the file as it is now.</source>
        <translation>Von der Datei, wie Sie sie geöffnet haben, zur Datei, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>From the file as you opened it to your text.</source>
        <translation>Von der Datei, wie Sie sie geöffnet haben, zu Ihrem Text.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Line %1: mine &quot;%2&quot;, not theirs &quot;%3&quot;</source>
        <translation>Zeile %1: meine „%2“, nicht die andere „%3“</translation>
    </message>
    <message>
        <source>Line %1: theirs &quot;%3&quot;, not mine &quot;%2&quot;</source>
        <translation>Zeile %1: die andere „%3“, nicht meine „%2“</translation>
    </message>
    <message>
        <source>Mine:
%1
Theirs:
%2</source>
        <translation>Meine:
%1
Die andere:
%2</translation>
    </message>
    <message>
        <source>They changed nothing.</source>
        <translation>Dort wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You changed nothing.</source>
        <translation>Sie haben nichts geändert.</translation>
    </message>
    <message>
        <source>The file already holds all of it.</source>
        <translation>Die Datei enthält schon alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were changed by both; choose whose version is taken.</source>
        <translation>
            <numerusform>%n Stelle wurde von beiden geändert; wählen Sie, wessen Fassung genommen wird.</numerusform>
            <numerusform>%n Stellen wurden von beiden geändert; wählen Sie, wessen Fassung genommen wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>You changed nothing since you opened it, so their version can simply be taken.</source>
        <translation>Sie haben seit dem Öffnen nichts geändert, also kann die andere Fassung einfach genommen werden.</translation>
    </message>
    <message>
        <source>Their changes (%1) and yours (%2) are in different places and fit together.</source>
        <translation>Die anderen Änderungen (%1) und Ihre (%2) liegen an verschiedenen Stellen und passen zusammen.</translation>
    </message>
    <message>
        <source>Merged like this the text could not be read: %1</source>
        <translation>So zusammengeführt könnte der Text nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Merged like this the text could not be read.</source>
        <translation>So zusammengeführt könnte der Text nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Configuration</name>
    <message>
        <source>The file %1 could not be read.</source>
        <translation>Die Datei %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a values file.</source>
        <translation>Die Datei %1 ist zu groß für eine Wertedatei.</translation>
    </message>
    <message>
        <source>No configuration is open.</source>
        <translation>Keine Konfiguration ist offen.</translation>
    </message>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Unsaved edits of the last session</source>
        <translation>Nicht gespeicherte Änderungen der letzten Sitzung</translation>
    </message>
    <message>
        <source>No cluster was installed from this computer yet.</source>
        <translation>Von diesem Computer aus wurde noch kein Cluster installiert.</translation>
    </message>
    <message>
        <source>Their version taken</source>
        <translation>Andere Fassung übernommen</translation>
    </message>
    <message>
        <source>Both versions merged</source>
        <translation>Beide Fassungen zusammengeführt</translation>
    </message>
    <message>
        <source>The file %1 was changed since it was opened.</source>
        <translation>Die Datei %1 wurde geändert, seit sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>%1 belongs to %2. Save it under another name.</source>
        <translation>%1 gehört %2. Speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Another configuration was opened meanwhile. Nothing was saved.</source>
        <translation>Inzwischen wurde eine andere Konfiguration geöffnet. Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ConnectHost</name>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>Als %1 anmelden</translation>
    </message>
    <message>
        <source>Reach %1</source>
        <translation>%1 erreichen</translation>
    </message>
    <message>
        <source>Check that it is %1</source>
        <translation>Prüfen, dass es %1 ist</translation>
    </message>
    <message>
        <source>Become root</source>
        <translation>root werden</translation>
    </message>
</context>
<context>
    <name>rayhelm::Connection</name>
    <message>
        <source>No HPC login node is set in the connection.</source>
        <translation>In der Verbindung ist kein HPC-Anmeldeknoten angegeben.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ConnectionForm</name>
    <message>
        <source>From my SSH settings</source>
        <translation>Aus meinen SSH-Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Address of the VM</source>
        <translation>Adre&amp;sse der VM</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;User on the VM</source>
        <translation>Ben&amp;utzer auf der VM</translation>
    </message>
    <message>
        <source>&amp;Folder on the VM</source>
        <translation>Ord&amp;ner auf der VM</translation>
    </message>
    <message>
        <source>&amp;Keys on this computer</source>
        <translation>Schlüsse&amp;l auf diesem Computer</translation>
    </message>
    <message>
        <source>A key fil&amp;e</source>
        <translation>&amp;Eine Schlüsseldatei</translation>
    </message>
    <message>
        <source>A pass&amp;word</source>
        <translation>Ein Pass&amp;wort</translation>
    </message>
    <message>
        <source>Logs in with the keys of your SSH agent and of ~/.ssh.</source>
        <translation>Meldet sich mit den Schlüsseln Ihres SSH-Agenten und aus ~/.ssh an.</translation>
    </message>
    <message>
        <source>Logs in with one key file that you choose.</source>
        <translation>Meldet sich mit einer Schlüsseldatei an, die Sie wählen.</translation>
    </message>
    <message>
        <source>You are asked for the password when you connect.</source>
        <translation>Beim Verbinden werden Sie nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>Du&amp;rchsuchen...</translation>
    </message>
    <message>
        <source>Ke&amp;y file</source>
        <translation>Schlüsseldate&amp;i</translation>
    </message>
    <message>
        <source>Log in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>Work as &amp;root (sudo)</source>
        <translation>Als r&amp;oot arbeiten (sudo)</translation>
    </message>
    <message>
        <source>Runs helm and kubectl as root, as the tutorial does.</source>
        <translation>Führt helm und kubectl als root aus, wie die Anleitung es tut.</translation>
    </message>
    <message>
        <source>&amp;Jump host, optional</source>
        <translation>Sprun&amp;grechner, optional</translation>
    </message>
    <message>
        <source>user@host:port, or a name from your SSH settings.</source>
        <translation>benutzer@rechner:port oder ein Name aus Ihren SSH-Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;HPC login node, optional</source>
        <translation>HPC-Anmelde&amp;knoten, optional</translation>
    </message>
    <message>
        <source>user@host. For the image, and for proof that jobs ended.</source>
        <translation>benutzer@rechner. Für das Image und für den Beweis, dass Jobs beendet sind.</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Shows paths, names and addresses that rarely differ.</source>
        <translation>Zeigt Pfade, Namen und Adressen, die selten abweichen.</translation>
    </message>
    <message>
        <source>Key file for the HPC login node</source>
        <translation>Schlüsseldatei für den HPC-Anmeldeknoten</translation>
    </message>
    <message>
        <source>Empty: your usual keys.</source>
        <translation>Leer: Ihre üblichen Schlüssel.</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>Name des Clusters</translation>
    </message>
    <message>
        <source>Helm release</source>
        <translation>Helm-Release</translation>
    </message>
    <message>
        <source>Kubernetes namespace</source>
        <translation>Kubernetes-Namespace</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation>Chart-Version</translation>
    </message>
    <message>
        <source>Path of helm</source>
        <translation>Pfad von helm</translation>
    </message>
    <message>
        <source>Empty: found by itself.</source>
        <translation>Leer: wird von selbst gefunden.</translation>
    </message>
    <message>
        <source>Path of kubectl</source>
        <translation>Pfad von kubectl</translation>
    </message>
    <message>
        <source>kubeconfig file</source>
        <translation>kubeconfig-Datei</translation>
    </message>
    <message>
        <source>Empty: what the account uses.</source>
        <translation>Leer: was das Konto verwendet.</translation>
    </message>
    <message>
        <source>Address of Ray, when the VM publishes one</source>
        <translation>Adresse von Ray, wenn die VM eine bereitstellt</translation>
    </message>
    <message>
        <source>Empty: a tunnel to the cluster.</source>
        <translation>Leer: ein Tunnel zum Cluster.</translation>
    </message>
    <message>
        <source>User for that address</source>
        <translation>Benutzer für diese Adresse</translation>
    </message>
    <message>
        <source>Its password is kept under Tools, Accounts.</source>
        <translation>Sein Passwort wird unter Extras, Konten aufbewahrt.</translation>
    </message>
    <message>
        <source>Takes a host of your SSH settings.</source>
        <translation>Übernimmt einen Rechner aus Ihren SSH-Einstellungen.</translation>
    </message>
    <message>
        <source>Choose &quot;A key file&quot; to name one.</source>
        <translation>Wählen Sie „Eine Schlüsseldatei“, um eine anzugeben.</translation>
    </message>
    <message>
        <source>Chooses the key file.</source>
        <translation>Wählt die Schlüsseldatei aus.</translation>
    </message>
    <message>
        <source>No hosts in your SSH settings</source>
        <translation>Keine Rechner in Ihren SSH-Einstellungen</translation>
    </message>
    <message>
        <source>The file %1 names no host.</source>
        <translation>Die Datei %1 nennt keinen Rechner.</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Bisher: %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::ConnectionPanel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Settings of this connection</source>
        <translation>Einstellungen dieser Verbindung</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Check the VM again</source>
        <translation>VM erneut prüfen</translation>
    </message>
    <message>
        <source>Shows the fields. They can be changed while not connected.</source>
        <translation>Zeigt die Felder. Sie können geändert werden, solange keine Verbindung besteht.</translation>
    </message>
    <message>
        <source>You are connected to %1.</source>
        <translation>Sie sind mit %1 verbunden.</translation>
    </message>
    <message>
        <source>It must be left before &quot;%1&quot; can be opened. Your cluster and jobs go on.</source>
        <translation>Diese Verbindung muss getrennt werden, bevor „%1“ geöffnet werden kann. Ihr Cluster und Ihre Jobs laufen weiter.</translation>
    </message>
    <message>
        <source>Disconnect and open</source>
        <translation>Trennen und öffnen</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; was removed.</source>
        <translation>Die Verbindung „%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Connecting is going on.</source>
        <translation>Der Verbindungsaufbau läuft.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>It cannot be changed while connecting.</source>
        <translation>Während des Verbindungsaufbaus kann sie nicht geändert werden.</translation>
    </message>
    <message>
        <source>Disconnect to change the connection.</source>
        <translation>Trennen Sie, um die Verbindung zu ändern.</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>You are in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>Connecting: %1</source>
        <translation>Verbindungsaufbau: %1</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Connected, but Kubernetes cannot be read</source>
        <translation>Verbunden, aber Kubernetes kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Logged in to %1 as %2; helm and kubectl run as %3.</source>
        <translation>An %1 als %2 angemeldet; helm und kubectl laufen als %3.</translation>
    </message>
    <message>
        <source>Next: prepare the image, open your configuration, or look at the cluster.</source>
        <translation>Als Nächstes: das Image vorbereiten, Ihre Konfiguration öffnen oder den Cluster ansehen.</translation>
    </message>
    <message>
        <source>Prepare image</source>
        <translation>Image vorbereiten</translation>
    </message>
    <message>
        <source>Open configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>See the cluster</source>
        <translation>Cluster ansehen</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>Verbindung verloren: %1</translation>
    </message>
    <message>
        <source>Trying again needs you, because you would be asked for a password or code.</source>
        <translation>Ein neuer Versuch braucht Sie, denn Sie würden nach einem Passwort oder Code gefragt.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Neuer Versuch in %1.</translation>
    </message>
    <message>
        <source>Trying again now.</source>
        <translation>Ein neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>Connection lost at %1.</source>
        <translation>Verbindung verloren um %1.</translation>
    </message>
    <message>
        <source>Your cluster, jobs and a running install are not affected. After reconnecting, the state is read before anything is repeated.</source>
        <translation>Ihr Cluster, Ihre Jobs und eine laufende Installation sind nicht betroffen. Nach dem Wiederverbinden wird der Zustand gelesen, bevor irgendetwas wiederholt wird.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Change login</source>
        <translation>Anmeldung ändern</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <source>Work without root</source>
        <translation>Ohne root arbeiten</translation>
    </message>
    <message>
        <source>Set path</source>
        <translation>Pfad angeben</translation>
    </message>
    <message>
        <source>Disconnect, then set the path under Advanced settings.</source>
        <translation>Trennen Sie, und geben Sie dann den Pfad unter „Erweiterte Einstellungen“ an.</translation>
    </message>
    <message numerus="yes">
        <source>This file changes %n setting(s) of your connection &quot;%1&quot;.</source>
        <translation>
            <numerusform>Diese Datei ändert %n Einstellung Ihrer Verbindung „%1“.</numerusform>
            <numerusform>Diese Datei ändert %n Einstellungen Ihrer Verbindung „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it is used, and nothing of yours replaced, before you connect.</source>
        <translation>Bevor Sie verbinden, wird nichts davon verwendet und nichts von Ihnen ersetzt.</translation>
    </message>
    <message>
        <source>Keep my connection</source>
        <translation>Meine Verbindung behalten</translation>
    </message>
    <message>
        <source>This connection comes from a file.</source>
        <translation>Diese Verbindung stammt aus einer Datei.</translation>
    </message>
    <message>
        <source>Look through its settings. Nothing of it is used or kept before you connect.</source>
        <translation>Sehen Sie ihre Einstellungen durch. Bevor Sie verbinden, wird nichts davon verwendet oder aufbewahrt.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Settings that lead to %1 are saved; they count once you have disconnected.</source>
        <translation>Einstellungen, die zu %1 führen, sind gespeichert; sie gelten, sobald Sie die Verbindung getrennt haben.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ControlMaster</name>
    <message>
        <source>A part of Rayhelm is missing on this computer: the program rayhelm-askpass, which asks for passwords. Install Rayhelm again.</source>
        <translation>Auf diesem Computer fehlt ein Teil von Rayhelm: das Programm rayhelm-askpass, das nach Passwörtern fragt. Installieren Sie Rayhelm neu.</translation>
    </message>
    <message>
        <source>The program ssh on this computer is too old (%1). Install version 8.4 or newer.</source>
        <translation>Das Programm ssh auf diesem Computer ist zu alt (%1). Installieren Sie Version 8.4 oder neuer.</translation>
    </message>
    <message>
        <source>%1 accepted the connection but then said nothing. It may be overloaded; try again later.</source>
        <translation>%1 hat die Verbindung angenommen, dann aber nichts gesagt. Vielleicht ist die Maschine überlastet; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The program ssh was not found on this computer. Install the OpenSSH client, or set its path.</source>
        <translation>Das Programm ssh wurde auf diesem Computer nicht gefunden. Installieren Sie den OpenSSH-Client, oder geben Sie seinen Pfad an.</translation>
    </message>
    <message>
        <source>met for the first time</source>
        <translation>zum ersten Mal getroffen</translation>
    </message>
    <message>
        <source>known since %1</source>
        <translation>bekannt seit %1</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>%1 did not wait for the answer, so it is connected to once more.</source>
        <translation>%1 hat nicht auf die Antwort gewartet, deshalb wird die Verbindung noch einmal aufgebaut.</translation>
    </message>
    <message>
        <source>%1 itself said:</source>
        <translation>%1 selbst sagte:</translation>
    </message>
</context>
<context>
    <name>rayhelm::DeletePage</name>
    <message>
        <source>Yours.</source>
        <translation>Ihrer.</translation>
    </message>
    <message>
        <source>It belongs to someone else: %1.</source>
        <translation>Er gehört jemand anderem: %1.</translation>
    </message>
    <message>
        <source>an unknown owner</source>
        <translation>ein unbekannter Besitzer</translation>
    </message>
    <message>
        <source>Owner unknown: it may be another person&apos;s.</source>
        <translation>Besitzer unbekannt: Er kann jemand anderem gehören.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep cluster</source>
        <translation>Cluster behalten</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>Cluster löschen</translation>
    </message>
    <message>
        <source>Save all logs first</source>
        <translation>Vorher alle Logs speichern</translation>
    </message>
    <message>
        <source>&amp;Type the cluster&apos;s name to delete it:</source>
        <translation>&amp;Tippen Sie zum Löschen den Namen des Clusters ein:</translation>
    </message>
    <message>
        <source>Goes back. Nothing is deleted.</source>
        <translation>Geht zurück. Nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>The logs on the HPC are lost with the cluster. They are kept on this computer.</source>
        <translation>Die Logs auf dem HPC-System gehen mit dem Cluster verloren. Auf diesem Computer bleiben sie erhalten.</translation>
    </message>
    <message>
        <source>Steps of the deletion</source>
        <translation>Schritte des Löschens</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>You may close Rayhelm: the deletion goes on at the VM.</source>
        <translation>Sie dürfen Rayhelm schließen: Das Löschen geht auf der VM weiter.</translation>
    </message>
    <message>
        <source>There is no cluster to delete.</source>
        <translation>Es gibt keinen Cluster, den man löschen könnte.</translation>
    </message>
    <message>
        <source>Deletion cannot be taken back.</source>
        <translation>Das Löschen kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Deleting %1: step %2 of %3</source>
        <translation>%1 wird gelöscht: Schritt %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still run and would be lost.</source>
        <translation>
            <numerusform>%n Job läuft noch und ginge verloren.</numerusform>
            <numerusform>%n Jobs laufen noch und gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact with the HPC is lost: the stop request may not arrive.</source>
        <translation>Der Kontakt zum HPC-System ist verloren: Die Bitte um Beendigung kommt vielleicht nicht an.</translation>
    </message>
    <message>
        <source>Jobs could be left behind on the HPC. Wait until the contact is back.</source>
        <translation>Jobs könnten auf dem HPC-System zurückbleiben. Warten Sie, bis der Kontakt wieder besteht.</translation>
    </message>
    <message>
        <source>Wait for contact</source>
        <translation>Auf Kontakt warten</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) have no Slurm job number yet. Deleting waits up to 30 s for it; a job whose number stays unknown may start later.</source>
        <translation>
            <numerusform>%n Pod hat noch keine Slurm-Jobnummer. Das Löschen wartet bis zu 30 s darauf; ein Job, dessen Nummer unbekannt bleibt, kann später starten.</numerusform>
            <numerusform>%n Pods haben noch keine Slurm-Jobnummer. Das Löschen wartet bis zu 30 s darauf; ein Job, dessen Nummer unbekannt bleibt, kann später starten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name is %1.</source>
        <translation>Der Name ist %1.</translation>
    </message>
    <message>
        <source>This is not the cluster&apos;s name.</source>
        <translation>Das ist nicht der Name des Clusters.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>An install is running. Cancel it first.</source>
        <translation>Eine Installation läuft. Brechen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>Type the cluster&apos;s name first.</source>
        <translation>Tippen Sie zuerst den Namen des Clusters ein.</translation>
    </message>
    <message>
        <source>Deletes the cluster at once. This cannot be taken back.</source>
        <translation>Löscht den Cluster sofort. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, sent by another program</source>
        <translation>%1, von einem anderen Programm gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s)</source>
        <translation>
            <numerusform>%n Pod</numerusform>
            <numerusform>%n Pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Slurm job(s) %1</source>
        <translation>
            <numerusform>Slurm-Job %1</numerusform>
            <numerusform>Slurm-Jobs %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ray&apos;s job list and logs on the HPC</source>
        <translation>Rays Jobliste und Logs auf dem HPC-System</translation>
    </message>
    <message>
        <source>Goes away: %1.</source>
        <translation>Verschwindet: %1.</translation>
    </message>
    <message>
        <source>The cluster is deleted. You may close Rayhelm; the proof can be asked for later.</source>
        <translation>Der Cluster ist gelöscht. Sie können Rayhelm schließen; nach dem Beweis kann später gefragt werden.</translation>
    </message>
    <message>
        <source>Nothing is deleted yet. Leave Rayhelm open until helm has begun.</source>
        <translation>Noch ist nichts gelöscht. Lassen Sie Rayhelm offen, bis helm begonnen hat.</translation>
    </message>
</context>
<context>
    <name>rayhelm::DeleteRelease</name>
    <message>
        <source>No HPC login: whether the jobs have ended is not known from here.</source>
        <translation>Keine HPC-Anmeldung: Ob die Jobs beendet sind, ist von hier aus nicht bekannt.</translation>
    </message>
    <message>
        <source>It belongs to another user: type the cluster&apos;s name to delete it.</source>
        <translation>Er gehört einem anderen Benutzer: Tippen Sie den Namen des Clusters ein, um ihn zu löschen.</translation>
    </message>
    <message>
        <source>Nobody knows whose it is: type the cluster&apos;s name to delete it.</source>
        <translation>Niemand weiß, wem er gehört: Tippen Sie den Namen des Clusters ein, um ihn zu löschen.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run on it: type the cluster&apos;s name to delete it.</source>
        <translation>
            <numerusform>%n Job läuft darauf: Tippen Sie den Namen des Clusters ein, um ihn zu löschen.</numerusform>
            <numerusform>%n Jobs laufen darauf: Tippen Sie den Namen des Clusters ein, um ihn zu löschen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save logs</source>
        <translation>Logs speichern</translation>
    </message>
    <message>
        <source>Note Slurm job numbers</source>
        <translation>Slurm-Jobnummern notieren</translation>
    </message>
    <message>
        <source>Stop jobs</source>
        <translation>Jobs stoppen</translation>
    </message>
    <message>
        <source>helm delete</source>
        <translation>helm delete</translation>
    </message>
    <message>
        <source>Pods gone</source>
        <translation>Pods verschwunden</translation>
    </message>
    <message>
        <source>Proof from the HPC</source>
        <translation>Beweis vom HPC-System</translation>
    </message>
    <message>
        <source>No HPC login is set: Slurm cannot be asked.</source>
        <translation>Keine HPC-Anmeldung ist angegeben: Slurm kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Waiting for the numbers of jobs that are just being handed over...</source>
        <translation>Wartet auf die Nummern von Jobs, die gerade übergeben werden...</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) have no Slurm job number; their jobs may start later.</source>
        <translation>
            <numerusform>%n Pod hat keine Slurm-Jobnummer; sein Job kann später starten.</numerusform>
            <numerusform>%n Pods haben keine Slurm-Jobnummer; ihre Jobs können später starten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Slurm job(s) noted</source>
        <translation>
            <numerusform>%n Slurm-Job notiert</numerusform>
            <numerusform>%n Slurm-Jobs notiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) left</source>
        <translation>
            <numerusform>noch %n Pod</numerusform>
            <numerusform>noch %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>What Rayhelm had stored on the VM could not be removed.</source>
        <translation>Was Rayhelm auf der VM abgelegt hatte, konnte nicht entfernt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) saved, without colours and other control characters</source>
        <translation>
            <numerusform>%n Log gesichert, ohne Farben und andere Steuerzeichen</numerusform>
            <numerusform>%n Logs gesichert, ohne Farben und andere Steuerzeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether jobs run on it could not be asked: type the cluster&apos;s name to delete it.</source>
        <translation>Ob Jobs darauf laufen, konnte nicht erfragt werden: Tippen Sie den Namen des Clusters, um ihn zu löschen.</translation>
    </message>
    <message>
        <source>The deletion of &quot;%1&quot; had not begun on the VM. Nothing was deleted; delete it again if you still want that.</source>
        <translation>Das Löschen von „%1“ hatte auf der VM nicht begonnen. Nichts wurde gelöscht; löschen Sie ihn noch einmal, wenn Sie das noch wollen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another cluster now than the one that was to be deleted. It was not deleted; look at it again.</source>
        <translation>„%1“ ist jetzt ein anderer Cluster als der, der gelöscht werden sollte. Er wurde nicht gelöscht; sehen Sie ihn noch einmal an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Deletion</name>
    <message>
        <source>Ray did not stop every job; they end with the cluster.</source>
        <translation>Ray hat nicht jeden Job gestoppt; sie enden mit dem Cluster.</translation>
    </message>
    <message>
        <source>The login to the HPC waits for your answer, under Connection.</source>
        <translation>Die Anmeldung am HPC-System wartet unter „Verbindung“ auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>The deletion of &quot;%1&quot; that was asked for at %2 had not begun on the VM. Nothing was deleted; delete it again if you still want that.</source>
        <translation>Das Löschen von „%1“, das um %2 verlangt wurde, hatte auf der VM nicht begonnen. Nichts wurde gelöscht; löschen Sie ihn noch einmal, wenn Sie das noch wollen.</translation>
    </message>
    <message>
        <source>There is no way to Ray now.</source>
        <translation>Es gibt jetzt keinen Weg zu Ray.</translation>
    </message>
</context>
<context>
    <name>rayhelm::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Lines that go away begin with a minus sign, new ones with a plus sign.</source>
        <translation>Zeilen, die wegfallen, beginnen mit einem Minuszeichen, neue mit einem Pluszeichen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::EnvironmentInput</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Neue Variable</translation>
    </message>
    <message>
        <source>(from elsewhere)</source>
        <translation>(von anderswo)</translation>
    </message>
    <message>
        <source>Give the variable a name.</source>
        <translation>Geben Sie der Variablen einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is given %n time(s); the last one counts: %2</source>
        <translation>
            <numerusform>%1 ist %n-mal angegeben; die letzte Angabe zählt: %2</numerusform>
            <numerusform>%1 ist %n-mal angegeben; die letzte Angabe zählt: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not count: a later row gives this variable again.</source>
        <translation>Zählt nicht: Eine spätere Zeile gibt diese Variable noch einmal an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ExperimentVerdict</name>
    <message>
        <source>It exists, and you may read it. Whether you may write, the server does not say.</source>
        <translation>Es existiert, und Sie dürfen es lesen. Ob Sie schreiben dürfen, sagt der Server nicht.</translation>
    </message>
    <message>
        <source>Yours: new runs are added</source>
        <translation>Ihres: Neue Läufe kommen hinzu</translation>
    </message>
    <message numerus="yes">
        <source>Yours, %n run(s): new runs are added</source>
        <translation>
            <numerusform>Ihres, %n Lauf: Neue Läufe kommen hinzu</numerusform>
            <numerusform>Ihres, %n Läufe: Neue Läufe kommen hinzu</numerusform>
        </translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Taken: no right to write</source>
        <translation>Vergeben: kein Schreibrecht</translation>
    </message>
    <message>
        <source>Taken: it belongs to someone else</source>
        <translation>Vergeben: Es gehört jemand anderem</translation>
    </message>
    <message>
        <source>Deleted: choose another or restore</source>
        <translation>Gelöscht: Wählen Sie ein anderes, oder stellen Sie es wieder her</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>Das Experiment braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name may have at most 500 characters.</source>
        <translation>Der Name darf höchstens 500 Zeichen haben.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Explanations</name>
    <message>
        <source>The tool is not installed, or not in the search path of non-interactive sessions.</source>
        <translation>Das Werkzeug ist nicht installiert oder liegt nicht im Suchpfad von nicht interaktiven Sitzungen.</translation>
    </message>
    <message>
        <source>Set its full path in the settings; ask the owner to install it.</source>
        <translation>Geben Sie seinen vollen Pfad in den Einstellungen an; bitten Sie den Besitzer, es zu installieren.</translation>
    </message>
    <message>
        <source>The VM has a different identity than last time: reinstalled, or someone in between.</source>
        <translation>Die VM hat eine andere Identität als beim letzten Mal: Sie wurde neu installiert, oder jemand steht dazwischen.</translation>
    </message>
    <message>
        <source>Do not go on. Ask the VM&apos;s owner whether it was rebuilt; then remove the old key.</source>
        <translation>Machen Sie nicht weiter. Fragen Sie den Besitzer der VM, ob sie neu aufgesetzt wurde; entfernen Sie dann den alten Schlüssel.</translation>
    </message>
    <message>
        <source>This computer has never agreed to trust that VM (or does not any more).</source>
        <translation>Dieser Computer hat nie zugestimmt, dieser VM zu vertrauen (oder tut es nicht mehr).</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one you were given, then accept it in the app.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Sie bekommen haben, und nehmen Sie ihn dann in der Anwendung an.</translation>
    </message>
    <message>
        <source>The VM did not accept your key or password.</source>
        <translation>Die VM hat Ihren Schlüssel oder Ihr Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>Choose the right key and user name; ask to have your public key added.</source>
        <translation>Wählen Sie den richtigen Schlüssel und Benutzernamen; bitten Sie darum, Ihren öffentlichen Schlüssel einzutragen.</translation>
    </message>
    <message>
        <source>The address does not exist or you have no network/VPN.</source>
        <translation>Die Adresse gibt es nicht, oder Sie haben kein Netz oder VPN.</translation>
    </message>
    <message>
        <source>Check spelling and VPN.</source>
        <translation>Prüfen Sie Schreibweise und VPN.</translation>
    </message>
    <message>
        <source>The machine is there but no SSH service answers on that port.</source>
        <translation>Die Maschine ist da, aber an diesem Port antwortet kein SSH-Dienst.</translation>
    </message>
    <message>
        <source>Check the port; the VM may be starting.</source>
        <translation>Prüfen Sie den Port; vielleicht startet die VM gerade.</translation>
    </message>
    <message>
        <source>The machine does not answer: off, firewall, or VPN missing.</source>
        <translation>Die Maschine antwortet nicht: Sie ist aus, eine Firewall steht davor, oder das VPN fehlt.</translation>
    </message>
    <message>
        <source>Check VPN; ask whether the VM runs.</source>
        <translation>Prüfen Sie das VPN; fragen Sie, ob die VM läuft.</translation>
    </message>
    <message>
        <source>Your key file may be read by others, so ssh ignores it.</source>
        <translation>Andere dürfen Ihre Schlüsseldatei lesen; deshalb verwendet ssh sie nicht.</translation>
    </message>
    <message>
        <source>Set its permissions to owner-only (chmod 600).</source>
        <translation>Geben Sie nur dem Besitzer Rechte daran (chmod 600).</translation>
    </message>
    <message>
        <source>The key file is damaged, of an unknown kind, or its passphrase is wrong.</source>
        <translation>Die Schlüsseldatei ist beschädigt, von unbekannter Art, oder ihre Passphrase ist falsch.</translation>
    </message>
    <message>
        <source>Enter the passphrase again or choose another key.</source>
        <translation>Geben Sie die Passphrase noch einmal ein, oder wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Your SSH and the VM share no common encryption method (old server or old key type).</source>
        <translation>Ihr SSH und die VM haben kein gemeinsames Verschlüsselungsverfahren (alter Server oder alte Schlüsselart).</translation>
    </message>
    <message>
        <source>Use an ed25519 key; tell the VM&apos;s owner.</source>
        <translation>Verwenden Sie einen ed25519-Schlüssel; sagen Sie dem Besitzer der VM Bescheid.</translation>
    </message>
    <message>
        <source>The connection broke while working. The command on the VM may have gone on.</source>
        <translation>Die Verbindung brach während der Arbeit ab. Der Befehl auf der VM ist vielleicht weitergelaufen.</translation>
    </message>
    <message>
        <source>Reconnect; Rayhelm reads the state again before it repeats anything.</source>
        <translation>Verbinden Sie sich neu; Rayhelm liest den Zustand, bevor es irgendetwas wiederholt.</translation>
    </message>
    <message>
        <source>The VM closed the door before saying hello: overloaded, banned after many tries, or a firewall.</source>
        <translation>Die VM hat die Verbindung vor der Begrüßung geschlossen: Sie ist überlastet, hat Sie nach vielen Versuchen gesperrt, oder eine Firewall steht davor.</translation>
    </message>
    <message>
        <source>Wait some minutes; then ask the owner.</source>
        <translation>Warten Sie einige Minuten; fragen Sie dann den Besitzer.</translation>
    </message>
    <message>
        <source>Commands must run as root there, and sudo wants a password.</source>
        <translation>Befehle müssen dort als root laufen, und sudo verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>Enter the sudo password when Rayhelm asks for it, or ask for password-less sudo for helm and kubectl.</source>
        <translation>Geben Sie das sudo-Passwort ein, wenn Rayhelm danach fragt, oder bitten Sie um sudo ohne Passwort für helm und kubectl.</translation>
    </message>
    <message>
        <source>Your account may not use sudo on this VM.</source>
        <translation>Ihr Konto darf auf dieser VM kein sudo verwenden.</translation>
    </message>
    <message>
        <source>Ask the owner; or switch off &quot;use sudo&quot;.</source>
        <translation>Fragen Sie den Besitzer, oder schalten Sie „Als root arbeiten (sudo)“ aus.</translation>
    </message>
    <message>
        <source>The disk of the VM (or HPC home) is full.</source>
        <translation>Der Datenträger der VM (oder des HPC-Heimatverzeichnisses) ist voll.</translation>
    </message>
    <message>
        <source>Remove old files; ask the owner.</source>
        <translation>Entfernen Sie alte Dateien; fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>kubectl found no cluster settings (kubeconfig) for this account. The cluster itself may be fine.</source>
        <translation>kubectl hat für dieses Konto keine Cluster-Einstellungen (kubeconfig) gefunden. Dem Cluster selbst fehlt vielleicht nichts.</translation>
    </message>
    <message>
        <source>Turn on &quot;use sudo&quot; (settings are often root&apos;s) or give the kubeconfig path.</source>
        <translation>Schalten Sie „Als root arbeiten (sudo)“ ein (die Einstellungen gehören oft root), oder geben Sie den Pfad der kubeconfig an.</translation>
    </message>
    <message>
        <source>The settings file exists but your account may not read it (usual on k3s).</source>
        <translation>Die Einstellungsdatei gibt es, aber Ihr Konto darf sie nicht lesen (bei k3s üblich).</translation>
    </message>
    <message>
        <source>Turn on &quot;use sudo&quot;, or ask for a readable copy.</source>
        <translation>Schalten Sie „Als root arbeiten (sudo)“ ein, oder bitten Sie um eine lesbare Kopie.</translation>
    </message>
    <message>
        <source>The cluster settings file is damaged.</source>
        <translation>Die Datei mit den Cluster-Einstellungen ist beschädigt.</translation>
    </message>
    <message>
        <source>Ask for a fresh kubeconfig.</source>
        <translation>Bitten Sie um eine frische kubeconfig.</translation>
    </message>
    <message>
        <source>The chosen cluster profile does not exist in the settings.</source>
        <translation>Das gewählte Cluster-Profil kommt in den Einstellungen nicht vor.</translation>
    </message>
    <message>
        <source>Choose another context.</source>
        <translation>Wählen Sie einen anderen Kontext.</translation>
    </message>
    <message>
        <source>The Kubernetes control service is down or restarting.</source>
        <translation>Der Steuerdienst von Kubernetes ist aus oder startet neu.</translation>
    </message>
    <message>
        <source>Wait a minute; tell the VM&apos;s owner if it stays.</source>
        <translation>Warten Sie eine Minute; sagen Sie dem Besitzer der VM Bescheid, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>The control service cannot be reached over the network.</source>
        <translation>Der Steuerdienst ist über das Netz nicht erreichbar.</translation>
    </message>
    <message>
        <source>Retry; check with the owner.</source>
        <translation>Versuchen Sie es noch einmal; klären Sie es mit dem Besitzer.</translation>
    </message>
    <message>
        <source>Security certificates do not match or have expired.</source>
        <translation>Sicherheitszertifikate passen nicht oder sind abgelaufen.</translation>
    </message>
    <message>
        <source>The owner must renew them.</source>
        <translation>Der Besitzer muss sie erneuern.</translation>
    </message>
    <message>
        <source>Your access to the cluster has expired or is wrong.</source>
        <translation>Ihr Zugang zum Cluster ist abgelaufen oder falsch.</translation>
    </message>
    <message>
        <source>Ask for a new kubeconfig.</source>
        <translation>Bitten Sie um eine neue kubeconfig.</translation>
    </message>
    <message>
        <source>Your account may not do this to that kind of object there.</source>
        <translation>Ihr Konto darf das mit dieser Art von Objekt dort nicht tun.</translation>
    </message>
    <message>
        <source>Check the namespace; ask the owner for the right named in the text.</source>
        <translation>Prüfen Sie den Namespace; bitten Sie den Besitzer um das Recht, das im Text genannt ist.</translation>
    </message>
    <message>
        <source>KubeRay is not installed in this cluster (or a wrong cluster is selected).</source>
        <translation>KubeRay ist in diesem Cluster nicht installiert (oder ein falscher Cluster ist gewählt).</translation>
    </message>
    <message>
        <source>Ask the owner to install the kuberay-operator chart.</source>
        <translation>Bitten Sie den Besitzer, das Chart kuberay-operator zu installieren.</translation>
    </message>
    <message>
        <source>The object is already gone.</source>
        <translation>Das Objekt ist schon weg.</translation>
    </message>
    <message>
        <source>Refresh.</source>
        <translation>Aktualisieren Sie.</translation>
    </message>
    <message>
        <source>The live view fell behind; nothing is wrong with the cluster.</source>
        <translation>Die Live-Ansicht ist zurückgefallen; dem Cluster fehlt nichts.</translation>
    </message>
    <message>
        <source>Rayhelm reads everything again by itself.</source>
        <translation>Rayhelm liest von selbst alles noch einmal.</translation>
    </message>
    <message>
        <source>The control service is overloaded.</source>
        <translation>Der Steuerdienst ist überlastet.</translation>
    </message>
    <message>
        <source>Rayhelm slows down and tries again.</source>
        <translation>Rayhelm wird langsamer und versucht es noch einmal.</translation>
    </message>
    <message>
        <source>A rule of this cluster refused the object; the reason follows in the text.</source>
        <translation>Eine Regel dieses Clusters hat das Objekt abgelehnt; der Grund folgt im Text.</translation>
    </message>
    <message>
        <source>Change the values accordingly; ask the owner.</source>
        <translation>Ändern Sie die Werte entsprechend; fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>Your namespace has reached its limit of pods, CPU or memory.</source>
        <translation>Ihr Namespace hat seine Grenze für Pods, CPU oder Speicher erreicht.</translation>
    </message>
    <message>
        <source>Ask for less, or delete old clusters.</source>
        <translation>Fordern Sie weniger an, oder löschen Sie alte Cluster.</translation>
    </message>
    <message>
        <source>The KubeRay package source is not registered for this account.</source>
        <translation>Die Paketquelle von KubeRay ist für dieses Konto nicht eingetragen.</translation>
    </message>
    <message>
        <source>Add it for the account that installs (helm repo add kuberay and its address), then try again.</source>
        <translation>Tragen Sie sie für das Konto ein, das installiert (helm repo add kuberay und ihre Adresse), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The package list was never downloaded.</source>
        <translation>Die Paketliste wurde nie heruntergeladen.</translation>
    </message>
    <message>
        <source>Refresh it for the account that installs (helm repo update), then try again.</source>
        <translation>Aktualisieren Sie sie für das Konto, das installiert (helm repo update), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This chart version does not exist, or the list is older than it.</source>
        <translation>Diese Chart-Version gibt es nicht, oder die Liste ist älter als sie.</translation>
    </message>
    <message>
        <source>Refresh the list (helm repo update), or choose another chart version in the profile.</source>
        <translation>Aktualisieren Sie die Liste (helm repo update), oder wählen Sie im Profil eine andere Chart-Version.</translation>
    </message>
    <message>
        <source>The VM cannot reach the package server. In Helm 3 the update command still reports success.</source>
        <translation>Die VM erreicht den Paketserver nicht. In Helm 3 meldet der Befehl zum Aktualisieren trotzdem Erfolg.</translation>
    </message>
    <message>
        <source>Check the VM&apos;s internet access.</source>
        <translation>Prüfen Sie den Internetzugang der VM.</translation>
    </message>
    <message>
        <source>The name is taken by another address.</source>
        <translation>Der Name ist für eine andere Adresse vergeben.</translation>
    </message>
    <message>
        <source>Ask the VM&apos;s owner before you replace it.</source>
        <translation>Fragen Sie den Besitzer der VM, bevor Sie ihn ersetzen.</translation>
    </message>
    <message>
        <source>The values file has a YAML mistake near that line (often indentation or a missing quote).</source>
        <translation>Die Wertedatei hat in der Nähe dieser Zeile einen YAML-Fehler (oft Einrückung oder ein fehlendes Anführungszeichen).</translation>
    </message>
    <message>
        <source>Mend that line.</source>
        <translation>Berichtigen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>The values are readable, but put together they give a broken definition.</source>
        <translation>Die Werte sind lesbar, ergeben zusammen aber eine fehlerhafte Definition.</translation>
    </message>
    <message>
        <source>Undo the last edit; look for text where a list is expected.</source>
        <translation>Nehmen Sie die letzte Änderung zurück; suchen Sie nach Text, wo eine Liste erwartet wird.</translation>
    </message>
    <message>
        <source>Environment variables are missing where chart 1.2-1.7 wants a list (chart 1.2.2: in every additional worker group).</source>
        <translation>Umgebungsvariablen fehlen, wo die Charts 1.2 bis 1.7 eine Liste verlangen (Chart 1.2.2: in jeder zusätzlichen Worker-Gruppe).</translation>
    </message>
    <message>
        <source>Write containerEnv: [] there.</source>
        <translation>Schreiben Sie dort containerEnv: [].</translation>
    </message>
    <message>
        <source>Environment variables are written as NAME: value pairs; the chart wants a list of name/value.</source>
        <translation>Umgebungsvariablen sind als Paare NAME: Wert geschrieben; das Chart verlangt eine Liste aus Name und Wert.</translation>
    </message>
    <message>
        <source>Write it as a list of name and value.</source>
        <translation>Schreiben Sie sie als Liste aus Name und Wert.</translation>
    </message>
    <message>
        <source>disabled is written as text; charts before 1.4 want true or false.</source>
        <translation>disabled ist als Text geschrieben; Charts vor 1.4 verlangen true oder false.</translation>
    </message>
    <message>
        <source>Write disabled: true without quotes.</source>
        <translation>Schreiben Sie disabled: true ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>An earlier helm run is still going, or was cut off and left a lock.</source>
        <translation>Ein früherer Lauf von helm ist noch im Gange, oder er wurde abgebrochen und hat eine Sperre hinterlassen.</translation>
    </message>
    <message>
        <source>Wait; if no helm runs, use &quot;Repair&quot; (roll back, or uninstall if it was the first install).</source>
        <translation>Warten Sie; wenn kein helm läuft, verwenden Sie „Reparieren“ (zurückrollen, oder deinstallieren, wenn es die erste Installation war).</translation>
    </message>
    <message>
        <source>A cluster with this name exists already.</source>
        <translation>Einen Cluster mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Upgrade it, or choose another name.</source>
        <translation>Aktualisieren Sie ihn, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The last try was cut off while deleting; there is nothing to upgrade.</source>
        <translation>Der letzte Versuch wurde beim Löschen abgebrochen; es gibt nichts zu aktualisieren.</translation>
    </message>
    <message>
        <source>Delete it once more, then install.</source>
        <translation>Löschen Sie noch einmal, dann installieren Sie.</translation>
    </message>
    <message>
        <source>There is no cluster of that name here (already deleted, or another namespace).</source>
        <translation>Einen Cluster dieses Namens gibt es hier nicht (schon gelöscht, oder ein anderer Namespace).</translation>
    </message>
    <message>
        <source>Check name and namespace.</source>
        <translation>Prüfen Sie Name und Namespace.</translation>
    </message>
    <message>
        <source>KubeRay is not installed, or a version too old for this chart.</source>
        <translation>KubeRay ist nicht installiert, oder in einer Version, die für dieses Chart zu alt ist.</translation>
    </message>
    <message>
        <source>Ask the owner to install or update the operator.</source>
        <translation>Bitten Sie den Besitzer, den Operator zu installieren oder zu aktualisieren.</translation>
    </message>
    <message>
        <source>An object of the same name exists that this release did not create.</source>
        <translation>Es gibt ein Objekt gleichen Namens, das dieses Release nicht angelegt hat.</translation>
    </message>
    <message>
        <source>Choose another release name, or delete the old cluster first.</source>
        <translation>Wählen Sie einen anderen Release-Namen, oder löschen Sie zuerst den alten Cluster.</translation>
    </message>
    <message>
        <source>Someone or something else (autoscaler, hand edit) changed the same fields; Helm 4 will not overwrite them.</source>
        <translation>Jemand oder etwas anderes (Autoscaler, Änderung von Hand) hat dieselben Felder geändert; Helm 4 überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>Look at who changed it before you overwrite it.</source>
        <translation>Sehen Sie nach, wer es geändert hat, bevor Sie es überschreiben.</translation>
    </message>
    <message>
        <source>Chart &gt;= 1.5 with an operator &lt;= 1.3: a field the old operator demands is missing.</source>
        <translation>Chart ab 1.5 mit einem Operator bis 1.3: Ein Feld, das der alte Operator verlangt, fehlt.</translation>
    </message>
    <message>
        <source>Add dashboard-host: 0.0.0.0 (head) and one entry per worker group, or use chart &lt;= 1.4.</source>
        <translation>Fügen Sie dashboard-host: 0.0.0.0 (Head) und einen Eintrag je Worker-Gruppe hinzu, oder verwenden Sie ein Chart bis 1.4.</translation>
    </message>
    <message>
        <source>Kubernetes refused a value (wrong type or out of range); the field is named.</source>
        <translation>Kubernetes hat einen Wert abgelehnt (falscher Typ oder außerhalb des Bereichs); das Feld ist genannt.</translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation>Berichtigen Sie dieses Feld.</translation>
    </message>
    <message>
        <source>It took longer than allowed; the change may have been made.</source>
        <translation>Es dauerte länger als erlaubt; die Änderung wurde vielleicht ausgeführt.</translation>
    </message>
    <message>
        <source>Look at the state before repeating.</source>
        <translation>Sehen Sie sich den Zustand an, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>The name has characters Helm refuses (capital letters, underscores, too long).</source>
        <translation>Der Name enthält Zeichen, die Helm ablehnt (Großbuchstaben, Unterstriche), oder ist zu lang.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits and hyphens.</source>
        <translation>Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>The values file is not where it should be on the VM.</source>
        <translation>Die Wertedatei ist auf der VM nicht dort, wo sie sein sollte.</translation>
    </message>
    <message>
        <source>Install again: the file is sent anew.</source>
        <translation>Installieren Sie noch einmal: Die Datei wird neu gesendet.</translation>
    </message>
    <message>
        <source>A helm run was cut off.</source>
        <translation>Ein Lauf von helm wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Use &quot;Repair&quot;.</source>
        <translation>Verwenden Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>The Helm on the VM is of another generation than the command expected.</source>
        <translation>Das Helm auf der VM ist von einer anderen Generation, als der Befehl erwartet hat.</translation>
    </message>
    <message>
        <source>Look at the version of Helm under &quot;Ask Kubernetes&quot;.</source>
        <translation>Sehen Sie unter „Kubernetes fragen“ nach der Version von Helm.</translation>
    </message>
    <message>
        <source>Helm cannot reach Kubernetes.</source>
        <translation>Helm erreicht Kubernetes nicht.</translation>
    </message>
    <message>
        <source>Check the kubeconfig and &quot;use sudo&quot; in the connection settings; else ask the VM&apos;s owner.</source>
        <translation>Prüfen Sie die kubeconfig und „Als root arbeiten (sudo)“ in den Einstellungen der Verbindung; sonst fragen Sie den Besitzer der VM.</translation>
    </message>
    <message>
        <source>No node has the name/label asked for: the gateway to the HPC is spelt differently or is away.</source>
        <translation>Kein Knoten hat den verlangten Namen oder das verlangte Label: Das Gateway zum HPC-System heißt anders oder ist weg.</translation>
    </message>
    <message>
        <source>Choose the node that exists on this VM.</source>
        <translation>Wählen Sie den Knoten, den es auf dieser VM gibt.</translation>
    </message>
    <message>
        <source>The HPC gateway is not healthy now.</source>
        <translation>Das HPC-Gateway ist derzeit gestört.</translation>
    </message>
    <message>
        <source>Wait; tell the interLink operator.</source>
        <translation>Warten Sie; sagen Sie dem interLink-Betreiber Bescheid.</translation>
    </message>
    <message>
        <source>The pod lacks the permission mark (toleration) for the HPC gateway.</source>
        <translation>Dem Pod fehlt die Erlaubnis (Toleration) für das HPC-Gateway.</translation>
    </message>
    <message>
        <source>Add the toleration virtual-node.interlink/no-schedule.</source>
        <translation>Fügen Sie die Toleration virtual-node.interlink/no-schedule hinzu.</translation>
    </message>
    <message>
        <source>You ask for more than the gateway announces.</source>
        <translation>Sie fordern mehr an, als das Gateway meldet.</translation>
    </message>
    <message>
        <source>Lower the request; ask what the limit is.</source>
        <translation>Fordern Sie weniger an; fragen Sie nach der Grenze.</translation>
    </message>
    <message>
        <source>Kubernetes&apos; scheduler is not running, or the pod names another scheduler.</source>
        <translation>Der Scheduler von Kubernetes läuft nicht, oder der Pod nennt einen anderen Scheduler.</translation>
    </message>
    <message>
        <source>Tell the owner.</source>
        <translation>Sagen Sie dem Besitzer Bescheid.</translation>
    </message>
    <message>
        <source>The gateway was away too long (usually 5 minutes), so Kubernetes is removing the pod; the Ray cluster will be rebuilt and the old HPC job may still run.</source>
        <translation>Das Gateway war zu lange weg (meist 5 Minuten), deshalb entfernt Kubernetes den Pod; der Ray-Cluster wird neu aufgebaut, und der alte HPC-Job läuft vielleicht noch.</translation>
    </message>
    <message>
        <source>Note the Slurm ids; ask HPC support to check.</source>
        <translation>Notieren Sie die Slurm-Nummern; bitten Sie den HPC-Support um eine Prüfung.</translation>
    </message>
    <message>
        <source>Contact with the gateway was lost; the real state of the jobs is not known.</source>
        <translation>Der Kontakt zum Gateway ist verloren; der wahre Zustand der Jobs ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Wait for it; do not force-delete.</source>
        <translation>Warten Sie darauf; löschen Sie nicht mit Gewalt.</translation>
    </message>
    <message>
        <source>The bridge between cloud and HPC is down. Nothing new can start or stop.</source>
        <translation>Die Brücke zwischen Cloud und HPC-System ist unterbrochen. Nichts Neues kann starten oder enden.</translation>
    </message>
    <message>
        <source>Wait; tell the interLink operator. Do not delete now: jobs could be left behind.</source>
        <translation>Warten Sie; sagen Sie dem interLink-Betreiber Bescheid. Löschen Sie jetzt nicht: Jobs könnten zurückbleiben.</translation>
    </message>
    <message>
        <source>The HPC scheduler refused the job and said why.</source>
        <translation>Der Scheduler des HPC-Systems hat den Job abgelehnt und gesagt, warum.</translation>
    </message>
    <message>
        <source>Correct the Slurm options.</source>
        <translation>Berichtigen Sie die Slurm-Optionen.</translation>
    </message>
    <message>
        <source>The HPC side refused the job without saying why (older interLink).</source>
        <translation>Die HPC-Seite hat den Job abgelehnt, ohne zu sagen, warum (älteres interLink).</translation>
    </message>
    <message>
        <source>Check the Slurm options; ask the operator for the plugin log.</source>
        <translation>Prüfen Sie die Slurm-Optionen; bitten Sie den Betreiber um das Log des Plugins.</translation>
    </message>
    <message>
        <source>The job was probably never accepted by the HPC.</source>
        <translation>Der Job wurde vom HPC-System wahrscheinlich nie angenommen.</translation>
    </message>
    <message>
        <source>The gateway has run out of private addresses for HPC pods.</source>
        <translation>Das Gateway hat keine privaten Adressen für HPC-Pods mehr.</translation>
    </message>
    <message>
        <source>Delete unused clusters; tell the operator.</source>
        <translation>Löschen Sie unbenutzte Cluster; sagen Sie dem Betreiber Bescheid.</translation>
    </message>
    <message>
        <source>The gateway is not set up for the VPN that your values ask for (pod-vpn).</source>
        <translation>Das Gateway ist für das VPN, das Ihre Werte verlangen (pod-vpn), nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Remove the annotation or ask the operator.</source>
        <translation>Entfernen Sie die Annotation, oder fragen Sie den Betreiber.</translation>
    </message>
    <message>
        <source>Handed to the HPC side; waiting for the scheduler. Normal.</source>
        <translation>An die HPC-Seite übergeben; wartet auf den Scheduler. Das ist normal.</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>Warten Sie.</translation>
    </message>
    <message>
        <source>Waiting in the Slurm queue. Slurm&apos;s reason is not passed on.</source>
        <translation>Wartet in der Slurm-Warteschlange. Slurms Grund wird nicht weitergegeben.</translation>
    </message>
    <message>
        <source>Wait; with HPC access look at squeue -j ID.</source>
        <translation>Warten Sie; mit Zugang zum HPC-System hilft squeue -j NUMMER.</translation>
    </message>
    <message>
        <source>The job runs, Ray is still starting (or its health check fails).</source>
        <translation>Der Job läuft, Ray startet noch (oder seine Gesundheitsprüfung schlägt fehl).</translation>
    </message>
    <message>
        <source>Wait some minutes; then look at the log.</source>
        <translation>Warten Sie einige Minuten; sehen Sie dann in das Log.</translation>
    </message>
    <message>
        <source>On old gateways just the first label; not proof that anything runs.</source>
        <translation>Bei alten Gateways nur die erste Beschriftung; kein Beweis, dass etwas läuft.</translation>
    </message>
    <message>
        <source>Look for JobID and container state.</source>
        <translation>Achten Sie auf die JobID und den Zustand des Containers.</translation>
    </message>
    <message>
        <source>Your values name a Secret or ConfigMap that does not exist.</source>
        <translation>Ihre Werte nennen ein Secret oder eine ConfigMap, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Create it or correct its name.</source>
        <translation>Legen Sie es an, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Logs cannot be fetched through the gateway. The job itself may be fine.</source>
        <translation>Logs können nicht durch das Gateway geholt werden. Dem Job selbst fehlt vielleicht nichts.</translation>
    </message>
    <message>
        <source>Try later; tell the operator.</source>
        <translation>Versuchen Sie es später; sagen Sie dem Betreiber Bescheid.</translation>
    </message>
    <message>
        <source>The HPC side could not deliver the log.</source>
        <translation>Die HPC-Seite konnte das Log nicht liefern.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The job has not started writing (queued), or has just started.</source>
        <translation>Der Job hat noch nicht zu schreiben begonnen (er wartet) oder ist gerade gestartet.</translation>
    </message>
    <message>
        <source>The bridge is misconfigured.</source>
        <translation>Die Brücke ist falsch eingerichtet.</translation>
    </message>
    <message>
        <source>Tell the operator.</source>
        <translation>Sagen Sie dem Betreiber Bescheid.</translation>
    </message>
    <message>
        <source>The gateway was told to stop this pod and has forgotten it. It does not confirm that the HPC job ended.</source>
        <translation>Das Gateway sollte diesen Pod stoppen und hat ihn vergessen. Es bestätigt nicht, dass der HPC-Job geendet hat.</translation>
    </message>
    <message>
        <source>Look at the give-back report.</source>
        <translation>Sehen Sie in den Rückgabebericht.</translation>
    </message>
    <message>
        <source>The gateway no longer knows this pod.</source>
        <translation>Das Gateway kennt diesen Pod nicht mehr.</translation>
    </message>
    <message>
        <source>Rebuild; check the HPC for leftovers.</source>
        <translation>Bauen Sie neu auf; prüfen Sie, ob auf dem HPC-System etwas übrig ist.</translation>
    </message>
    <message>
        <source>The run time you asked for is over. KubeRay will submit a new job at once.</source>
        <translation>Die angeforderte Laufzeit ist abgelaufen. KubeRay sendet sofort einen neuen Job.</translation>
    </message>
    <message>
        <source>Raise --time, or delete the cluster when done.</source>
        <translation>Erhöhen Sie --time, oder löschen Sie den Cluster, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>That partition (queue) does not exist.</source>
        <translation>Diese Partition (Warteschlange) gibt es nicht.</translation>
    </message>
    <message>
        <source>Correct --partition.</source>
        <translation>Berichtigen Sie --partition.</translation>
    </message>
    <message>
        <source>The project account is wrong or may not use this partition.</source>
        <translation>Das Projektkonto ist falsch oder darf diese Partition nicht verwenden.</translation>
    </message>
    <message>
        <source>Correct --account; note that jobs run under the gateway&apos;s account.</source>
        <translation>Berichtigen Sie --account; beachten Sie, dass Jobs unter dem Konto des Gateways laufen.</translation>
    </message>
    <message>
        <source>The quality-of-service name is wrong or not allowed.</source>
        <translation>Der Name der Dienstgüte (QoS) ist falsch oder nicht erlaubt.</translation>
    </message>
    <message>
        <source>Correct or remove --qos.</source>
        <translation>Berichtigen oder entfernen Sie --qos.</translation>
    </message>
    <message>
        <source>No node of this HPC has what one pod asks for (CPUs + memory + GPUs together).</source>
        <translation>Kein Knoten dieses HPC-Systems hat, was ein Pod verlangt (CPUs, Speicher und GPUs zusammen).</translation>
    </message>
    <message>
        <source>Ask for less per pod, use more workers.</source>
        <translation>Fordern Sie je Pod weniger an, verwenden Sie mehr Worker.</translation>
    </message>
    <message>
        <source>The run time is missing or longer than allowed.</source>
        <translation>Die Laufzeit fehlt oder ist länger als erlaubt.</translation>
    </message>
    <message>
        <source>Lower --time (minutes or HH:MM:SS).</source>
        <translation>Verringern Sie --time (Minuten oder HH:MM:SS).</translation>
    </message>
    <message>
        <source>A limit on jobs, size or hours is reached, perhaps by other users of the gateway account.</source>
        <translation>Eine Grenze für Jobs, Größe oder Stunden ist erreicht, vielleicht durch andere Benutzer des Gateway-Kontos.</translation>
    </message>
    <message>
        <source>Ask for fewer workers, wait, or ask for more budget.</source>
        <translation>Fordern Sie weniger Worker an, warten Sie, oder bitten Sie um mehr Kontingent.</translation>
    </message>
    <message>
        <source>The GPU request is spelt wrongly or the GPU type does not exist.</source>
        <translation>Die GPU-Anforderung ist falsch geschrieben, oder den GPU-Typ gibt es nicht.</translation>
    </message>
    <message>
        <source>Use for example --gres=gpu:1.</source>
        <translation>Verwenden Sie zum Beispiel --gres=gpu:1.</translation>
    </message>
    <message>
        <source>The CPU or memory figure is larger than a node offers. They come from resources.limits.</source>
        <translation>Die Angabe für CPU oder Speicher ist größer, als ein Knoten bietet. Sie kommt aus resources.limits.</translation>
    </message>
    <message>
        <source>Lower the limits.</source>
        <translation>Verringern Sie die Limits.</translation>
    </message>
    <message>
        <source>The HPC scheduler does not answer.</source>
        <translation>Der Scheduler des HPC-Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>Wait; perhaps it is being maintained.</source>
        <translation>Warten Sie; vielleicht wird er gewartet.</translation>
    </message>
    <message>
        <source>The gateway&apos;s account may not use this partition.</source>
        <translation>Das Konto des Gateways darf diese Partition nicht verwenden.</translation>
    </message>
    <message>
        <source>Choose another or ask HPC support.</source>
        <translation>Wählen Sie eine andere, oder fragen Sie den HPC-Support.</translation>
    </message>
    <message>
        <source>Nodes or queue are down or reserved.</source>
        <translation>Knoten oder Warteschlange sind außer Betrieb oder reserviert.</translation>
    </message>
    <message>
        <source>Wait or choose another partition.</source>
        <translation>Warten Sie, oder wählen Sie eine andere Partition.</translation>
    </message>
    <message>
        <source>A Slurm option is misspelt or split in two. Older gateways split options at every blank.</source>
        <translation>Eine Slurm-Option ist falsch geschrieben oder in zwei Teile zerfallen. Ältere Gateways trennen Optionen an jedem Leerzeichen.</translation>
    </message>
    <message>
        <source>Write --name=value without blanks.</source>
        <translation>Schreiben Sie --name=wert ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The job used more memory than it reserved.</source>
        <translation>Der Job hat mehr Speicher verwendet, als er reserviert hatte.</translation>
    </message>
    <message>
        <source>Raise the memory limit, or start fewer tasks.</source>
        <translation>Erhöhen Sie das Speicherlimit, oder starten Sie weniger Aufgaben.</translation>
    </message>
    <message>
        <source>The job was cancelled: by you (delete), an administrator, or preemption.</source>
        <translation>Der Job wurde abgebrochen: von Ihnen (Löschen), einem Administrator oder durch Verdrängung.</translation>
    </message>
    <message>
        <source>If it was not you, ask HPC support.</source>
        <translation>Wenn Sie es nicht waren, fragen Sie den HPC-Support.</translation>
    </message>
    <message>
        <source>A Ray pod should never &quot;complete&quot;. The job ended early; with this gateway even a failed start can look like success.</source>
        <translation>Ein Ray-Pod sollte nie „fertig“ werden. Der Job endete zu früh; bei diesem Gateway kann sogar ein misslungener Start wie Erfolg aussehen.</translation>
    </message>
    <message>
        <source>Read the saved log; check pre-exec and image.</source>
        <translation>Lesen Sie das gespeicherte Log; prüfen Sie pre-exec und Image.</translation>
    </message>
    <message>
        <source>Normal waiting: others are first, or nodes are busy.</source>
        <translation>Normales Warten: Andere sind zuerst dran, oder die Knoten sind beschäftigt.</translation>
    </message>
    <message>
        <source>Wait; a shorter --time may start earlier.</source>
        <translation>Warten Sie; ein kürzeres --time kann den Start vorziehen.</translation>
    </message>
    <message>
        <source>It will not start by waiting: a limit or an impossible request.</source>
        <translation>Durch Warten wird er nicht starten: Es liegt an einer Grenze oder einer unmöglichen Anforderung.</translation>
    </message>
    <message>
        <source>Change the request or ask HPC support; then delete it.</source>
        <translation>Ändern Sie die Anforderung, oder fragen Sie den HPC-Support; löschen Sie dann.</translation>
    </message>
    <message>
        <source>The program in the container ended with an error code: 1 general, 126 or 127 command cannot run or was not found, 137 killed (often memory), 139 crash, 143 stopped, 255 the container tool failed.</source>
        <translation>Das Programm im Container endete mit einem Fehlercode: 1 allgemein, 126 oder 127 Befehl nicht ausführbar oder nicht gefunden, 137 von außen beendet (oft Speicher), 139 Absturz, 143 gestoppt, 255 das Container-Werkzeug ist gescheitert.</translation>
    </message>
    <message>
        <source>Read the last log lines.</source>
        <translation>Lesen Sie die letzten Zeilen des Logs.</translation>
    </message>
    <message>
        <source>The container file is not at that path on the HPC.</source>
        <translation>Die Container-Datei liegt nicht unter diesem Pfad auf dem HPC-System.</translation>
    </message>
    <message>
        <source>Correct image repository and tag: path is repository:tag.</source>
        <translation>Berichtigen Sie Repository und Tag des Images: Der Pfad ist repository:tag.</translation>
    </message>
    <message>
        <source>The file is there, but the gateway&apos;s account may not read it.</source>
        <translation>Die Datei ist da, aber das Konto des Gateways darf sie nicht lesen.</translation>
    </message>
    <message>
        <source>Make it and its folders readable for that account.</source>
        <translation>Machen Sie sie und ihre Ordner für dieses Konto lesbar.</translation>
    </message>
    <message>
        <source>The image could not be downloaded or converted on the HPC.</source>
        <translation>Das Image konnte auf dem HPC-System nicht heruntergeladen oder umgewandelt werden.</translation>
    </message>
    <message>
        <source>Check the name; pull it beforehand to a .sif file.</source>
        <translation>Prüfen Sie den Namen; holen Sie es vorher in eine .sif-Datei.</translation>
    </message>
    <message>
        <source>A bind folder does not exist on the node or in the image.</source>
        <translation>Ein einzubindender Ordner existiert auf dem Knoten oder im Image nicht.</translation>
    </message>
    <message>
        <source>Check singularity-mounts and --bind paths.</source>
        <translation>Prüfen Sie singularity-mounts und die Pfade von --bind.</translation>
    </message>
    <message>
        <source>The place to mount to does not exist in the image.</source>
        <translation>Die Stelle, an der eingebunden werden soll, gibt es im Image nicht.</translation>
    </message>
    <message>
        <source>Mount elsewhere or allow it (--writable-tmpfs, overlay).</source>
        <translation>Binden Sie anderswo ein, oder erlauben Sie es (--writable-tmpfs, overlay).</translation>
    </message>
    <message>
        <source>The HPC&apos;s temporary space is full while converting the image.</source>
        <translation>Der temporäre Speicherplatz des HPC-Systems ist beim Umwandeln des Images voll.</translation>
    </message>
    <message>
        <source>Use a ready .sif file.</source>
        <translation>Verwenden Sie eine fertige .sif-Datei.</translation>
    </message>
    <message>
        <source>Ray (or bash) is not in this image, or not in its search path. From KubeRay 1.4 login profiles are not read.</source>
        <translation>Ray (oder bash) ist nicht in diesem Image oder nicht in seinem Suchpfad. Ab KubeRay 1.4 werden Login-Profile nicht gelesen.</translation>
    </message>
    <message>
        <source>Use an image with Ray in PATH.</source>
        <translation>Verwenden Sie ein Image mit Ray im PATH.</translation>
    </message>
    <message>
        <source>A preparation step failed, so the job stopped.</source>
        <translation>Ein vorbereitender Schritt ist gescheitert, deshalb hielt der Job an.</translation>
    </message>
    <message>
        <source>Read that container&apos;s log.</source>
        <translation>Lesen Sie das Log dieses Containers.</translation>
    </message>
    <message>
        <source>The pre-exec commands failed.</source>
        <translation>Die pre-exec-Befehle sind gescheitert.</translation>
    </message>
    <message>
        <source>Correct pre-exec (paths on the HPC).</source>
        <translation>Berichtigen Sie pre-exec (Pfade auf dem HPC-System).</translation>
    </message>
    <message>
        <source>The health check gave up; the container is stopped.</source>
        <translation>Die Gesundheitsprüfung hat aufgegeben; der Container wird gestoppt.</translation>
    </message>
    <message>
        <source>Is the image without wget, or did Ray crash? Read the log.</source>
        <translation>Fehlt dem Image wget, oder ist Ray abgestürzt? Lesen Sie das Log.</translation>
    </message>
    <message>
        <source>The container does not see a GPU.</source>
        <translation>Der Container sieht keine GPU.</translation>
    </message>
    <message>
        <source>Ask for one (--gres), and add --nv to singularity-options.</source>
        <translation>Fordern Sie eine an (--gres), und fügen Sie --nv zu singularity-options hinzu.</translation>
    </message>
    <message>
        <source>Kubernetes refused the pod; the reason follows.</source>
        <translation>Kubernetes hat den Pod abgelehnt; der Grund folgt.</translation>
    </message>
    <message>
        <source>Correct the field named; perhaps a quota is reached.</source>
        <translation>Berichtigen Sie das genannte Feld; vielleicht ist ein Kontingent erreicht.</translation>
    </message>
    <message>
        <source>KubeRay does not accept these settings (e.g. name longer than 53 characters, min greater than max).</source>
        <translation>KubeRay nimmt diese Einstellungen nicht an (zum Beispiel ein Name mit mehr als 53 Zeichen oder ein Minimum über dem Maximum).</translation>
    </message>
    <message>
        <source>Read the message and correct the setting.</source>
        <translation>Lesen Sie die Meldung, und berichtigen Sie die Einstellung.</translation>
    </message>
    <message>
        <source>Some pods could not be created or removed.</source>
        <translation>Einige Pods konnten nicht angelegt oder entfernt werden.</translation>
    </message>
    <message>
        <source>See the message.</source>
        <translation>Siehe die Meldung.</translation>
    </message>
    <message>
        <source>There is no head pod now; KubeRay will make one.</source>
        <translation>Es gibt jetzt keinen Head-Pod; KubeRay wird einen anlegen.</translation>
    </message>
    <message>
        <source>Wait; if it repeats, delete the cluster.</source>
        <translation>Warten Sie; wenn es sich wiederholt, löschen Sie den Cluster.</translation>
    </message>
    <message>
        <source>The KubeRay operator is not running.</source>
        <translation>Der KubeRay-Operator läuft nicht.</translation>
    </message>
    <message>
        <source>Ask the owner.</source>
        <translation>Fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>Restart loop: each start fails and KubeRay submits new HPC jobs. It costs queue places and hours.</source>
        <translation>Neustartschleife: Jeder Start misslingt, und KubeRay sendet neue HPC-Jobs. Das kostet Plätze in der Warteschlange und Stunden.</translation>
    </message>
    <message>
        <source>Stop it (delete the cluster), read the saved log of the first failure.</source>
        <translation>Beenden Sie das (löschen Sie den Cluster), und lesen Sie das gespeicherte Log des ersten Fehlers.</translation>
    </message>
    <message>
        <source>The worker&apos;s HPC job is running but waits for the head.</source>
        <translation>Der HPC-Job des Workers läuft, wartet aber auf den Head.</translation>
    </message>
    <message>
        <source>Look at the head: is it queued? It waits without end and uses its allocation.</source>
        <translation>Sehen Sie nach dem Head: Steht er in der Warteschlange? Der Worker wartet ohne Ende und verbraucht sein Kontingent.</translation>
    </message>
    <message>
        <source>A Ray process cannot reach the head.</source>
        <translation>Ein Ray-Prozess erreicht den Head nicht.</translation>
    </message>
    <message>
        <source>Is the head queued? Check node-ip-address and VPN settings.</source>
        <translation>Steht der Head in der Warteschlange? Prüfen Sie node-ip-address und die VPN-Einstellungen.</translation>
    </message>
    <message>
        <source>Your program and the cluster use different Ray or Python versions.</source>
        <translation>Ihr Programm und der Cluster verwenden verschiedene Versionen von Ray oder Python.</translation>
    </message>
    <message>
        <source>Use the same image or versions on both sides.</source>
        <translation>Verwenden Sie auf beiden Seiten dasselbe Image oder dieselben Versionen.</translation>
    </message>
    <message>
        <source>The Ray job service (port 8265) is not reachable at that address.</source>
        <translation>Der Job-Dienst von Ray (Port 8265) ist unter dieser Adresse nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check that the head runs and the address is right.</source>
        <translation>Prüfen Sie, ob der Head läuft und die Adresse stimmt.</translation>
    </message>
    <message>
        <source>The program looks for Ray where none runs.</source>
        <translation>Das Programm sucht Ray, wo keines läuft.</translation>
    </message>
    <message>
        <source>Submit through the job address, or set RAY_ADDRESS.</source>
        <translation>Senden Sie über die Job-Adresse, oder setzen Sie RAY_ADDRESS.</translation>
    </message>
    <message>
        <source>A worker disappeared (time limit, memory, network).</source>
        <translation>Ein Worker ist verschwunden (Zeitlimit, Speicher, Netz).</translation>
    </message>
    <message>
        <source>Look at that worker&apos;s Slurm job.</source>
        <translation>Sehen Sie nach dem Slurm-Job dieses Workers.</translation>
    </message>
    <message>
        <source>A task used up the node&apos;s memory; Ray stopped it to save the node.</source>
        <translation>Eine Aufgabe hat den Speicher des Knotens aufgebraucht; Ray hat sie gestoppt, um den Knoten zu retten.</translation>
    </message>
    <message>
        <source>Run fewer tasks at a time, or ask for more memory.</source>
        <translation>Führen Sie weniger Aufgaben gleichzeitig aus, oder fordern Sie mehr Speicher an.</translation>
    </message>
    <message>
        <source>Ray&apos;s shared memory is full.</source>
        <translation>Der gemeinsame Speicher von Ray ist voll.</translation>
    </message>
    <message>
        <source>Keep fewer results, raise object-store-memory.</source>
        <translation>Halten Sie weniger Ergebnisse, erhöhen Sie object-store-memory.</translation>
    </message>
    <message>
        <source>A part of your program crashed or was killed.</source>
        <translation>Ein Teil Ihres Programms ist abgestürzt oder wurde beendet.</translation>
    </message>
    <message>
        <source>Read that worker&apos;s log; perhaps it ran out of memory.</source>
        <translation>Lesen Sie das Log dieses Workers; vielleicht ging ihm der Speicher aus.</translation>
    </message>
    <message>
        <source>Ray&apos;s agent on that node stopped.</source>
        <translation>Der Ray-Agent auf diesem Knoten hat angehalten.</translation>
    </message>
    <message>
        <source>Look at the worker&apos;s job; often memory or time limit.</source>
        <translation>Sehen Sie nach dem Job des Workers; oft ist es Speicher oder Zeitlimit.</translation>
    </message>
    <message>
        <source>A task asks for more CPUs/GPUs than any worker has.</source>
        <translation>Eine Aufgabe verlangt mehr CPUs oder GPUs, als irgendein Worker hat.</translation>
    </message>
    <message>
        <source>Lower the task&apos;s demand or give workers more.</source>
        <translation>Verringern Sie den Bedarf der Aufgabe, oder geben Sie den Workern mehr.</translation>
    </message>
    <message>
        <source>The GPU&apos;s own memory is full.</source>
        <translation>Der eigene Speicher der GPU ist voll.</translation>
    </message>
    <message>
        <source>Use smaller batches or a smaller part of the model.</source>
        <translation>Verwenden Sie kleinere Batches oder einen kleineren Teil des Modells.</translation>
    </message>
    <message>
        <source>Already deleted.</source>
        <translation>Schon gelöscht.</translation>
    </message>
    <message>
        <source>Nothing to do; look for pods that are left.</source>
        <translation>Nichts zu tun; sehen Sie nach übrig gebliebenen Pods.</translation>
    </message>
    <message>
        <source>Stuck while stopping: the gateway does not confirm.</source>
        <translation>Hängt beim Stoppen: Das Gateway bestätigt nicht.</translation>
    </message>
    <message>
        <source>Check the gateway. Keep the Slurm job numbers. Do not force the deletion.</source>
        <translation>Prüfen Sie das Gateway. Heben Sie die Slurm-Jobnummern auf. Erzwingen Sie das Löschen nicht.</translation>
    </message>
    <message>
        <source>KubeRay waits to clean up its Redis store.</source>
        <translation>KubeRay wartet darauf, seinen Redis-Speicher aufzuräumen.</translation>
    </message>
    <message>
        <source>Wait 5 min; then the owner removes the finalizer.</source>
        <translation>Warten Sie 5 min; dann entfernt der Besitzer den Finalizer.</translation>
    </message>
    <message>
        <source>Waiting for its pods to go first. Normal for a minute.</source>
        <translation>Wartet darauf, dass zuerst seine Pods verschwinden. Eine Minute lang ist das normal.</translation>
    </message>
    <message>
        <source>Helm could not remove the object.</source>
        <translation>Helm konnte das Objekt nicht entfernen.</translation>
    </message>
    <message>
        <source>Try again; perhaps your account lacks the right.</source>
        <translation>Versuchen Sie es noch einmal; vielleicht fehlt Ihrem Konto das Recht.</translation>
    </message>
    <message>
        <source>Deleted, but something could not be confirmed in time.</source>
        <translation>Gelöscht, aber etwas konnte nicht rechtzeitig bestätigt werden.</translation>
    </message>
    <message>
        <source>Look at what is left.</source>
        <translation>Sehen Sie nach, was übrig ist.</translation>
    </message>
    <message>
        <source>Kubernetes has let go; the HPC jobs were asked to stop.</source>
        <translation>Kubernetes hat losgelassen; die HPC-Jobs wurden gebeten, zu enden.</translation>
    </message>
    <message>
        <source>With HPC access run the check; else give the ids to support.</source>
        <translation>Mit Zugang zum HPC-System führen Sie die Prüfung aus; sonst geben Sie die Nummern an den Support.</translation>
    </message>
    <message>
        <source>The stop request failed: the Slurm job probably still runs.</source>
        <translation>Die Bitte um Beendigung ist gescheitert: Der Slurm-Job läuft wahrscheinlich noch.</translation>
    </message>
    <message>
        <source>Send the id to HPC support at once.</source>
        <translation>Senden Sie die Nummer sofort an den HPC-Support.</translation>
    </message>
    <message>
        <source>Slurm says the job is not there (any more).</source>
        <translation>Slurm sagt, dass der Job nicht (mehr) da ist.</translation>
    </message>
    <message>
        <source>Good news: nothing to free.</source>
        <translation>Gute Nachricht: Es gibt nichts freizugeben.</translation>
    </message>
    <message>
        <source>The failure catalogue cannot be used.</source>
        <translation>Der Fehlerkatalog kann nicht verwendet werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::FieldInfo</name>
    <message>
        <source>More about this</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>Opens the documentation of this setting in the browser: %1</source>
        <translation>Öffnet die Dokumentation dieser Einstellung im Browser: %1</translation>
    </message>
    <message>
        <source>Choose a setting first.</source>
        <translation>Wählen Sie zuerst eine Einstellung.</translation>
    </message>
</context>
<context>
    <name>rayhelm::FirstContactCard</name>
    <message>
        <source>First contact with %1</source>
        <translation>Erster Kontakt mit %1</translation>
    </message>
    <message>
        <source>This computer has never met this machine. Compare the fingerprint with the one you were given.</source>
        <translation>Dieser Computer ist dieser Maschine noch nie begegnet. Vergleichen Sie den Fingerabdruck mit dem, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Fingerprint of the machine</source>
        <translation>Fingerabdruck der Maschine</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Copies the fingerprint of the machine.</source>
        <translation>Kopiert den Fingerabdruck der Maschine.</translation>
    </message>
    <message>
        <source>Its fingerprint (%1)</source>
        <translation>Ihr Fingerabdruck (%1)</translation>
    </message>
    <message>
        <source>Paste the one you were given, optional</source>
        <translation>Fügen Sie den ein, den Sie bekommen haben (optional)</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Nicht verbinden</translation>
    </message>
    <message>
        <source>Nothing is sent to this machine.</source>
        <translation>An diese Maschine wird nichts gesendet.</translation>
    </message>
    <message>
        <source>They match: trust it</source>
        <translation>Sie stimmen überein: vertrauen</translation>
    </message>
    <message>
        <source>They are the same.</source>
        <translation>Sie sind gleich.</translation>
    </message>
    <message>
        <source>They are different: this may be another machine. Do not trust it.</source>
        <translation>Sie sind verschieden: Das kann eine andere Maschine sein. Vertrauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>The fingerprint that you pasted is different.</source>
        <translation>Der Fingerabdruck, den Sie eingefügt haben, ist ein anderer.</translation>
    </message>
    <message>
        <source>Remembers this machine and goes on.</source>
        <translation>Merkt sich diese Maschine und macht weiter.</translation>
    </message>
</context>
<context>
    <name>rayhelm::FolderWalk</name>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>Der Ordner %1 existiert nicht.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>You may not read the folder %1.</source>
        <translation>Sie dürfen den Ordner %1 nicht lesen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::GatewayChecks</name>
    <message>
        <source>Kubernetes takes only texts here, and &quot;%1&quot; is none.</source>
        <translation>Kubernetes nimmt hier nur Texte, und „%1“ ist keiner.</translation>
    </message>
    <message>
        <source>Kubernetes takes only texts here. Put %1 in quotes.</source>
        <translation>Kubernetes nimmt hier nur Texte. Setzen Sie %1 in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>In Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>The gateway writes &quot;%1&quot; itself. Remove it.</source>
        <translation>Das Gateway schreibt „%1“ selbst. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect in any gateway known so far.</source>
        <translation>„%1“ wirkt in keinem bisher bekannten Gateway.</translation>
    </message>
    <message>
        <source>No gateway reads &quot;%1&quot;.</source>
        <translation>Kein Gateway liest „%1“.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Use &quot;%1&quot;</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A quote is opened here and not closed: the container would not start.</source>
        <translation>Hier wird ein Anführungszeichen geöffnet und nicht geschlossen: Der Container würde nicht starten.</translation>
    </message>
    <message>
        <source>A line end here ends the command that starts the container. Write all options on one line.</source>
        <translation>Ein Zeilenende hier beendet den Befehl, der den Container startet. Schreiben Sie alle Optionen in eine Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends the command that starts the container. Put the text around it in quotes.</source>
        <translation>„%1“ beendet den Befehl, der den Container startet. Setzen Sie den Text darum in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The gateway cannot give a volume of the kind &quot;%1&quot; to the HPC, and drops all mounts of the pod with it. Mount a folder of the HPC instead.</source>
        <translation>Das Gateway kann ein Volume der Art „%1“ nicht an das HPC-System geben und lässt damit alle Einbindungen des Pods weg. Binden Sie stattdessen einen Ordner des HPC-Systems ein.</translation>
    </message>
    <message>
        <source>The gateway fails for a folder of the host without a &quot;type&quot;.</source>
        <translation>Das Gateway scheitert an einem Ordner des Rechners ohne „type“.</translation>
    </message>
    <message>
        <source>Say that it is a folder</source>
        <translation>Als Ordner angeben</translation>
    </message>
</context>
<context>
    <name>rayhelm::GiveBackModel</name>
    <message>
        <source>no proof yet</source>
        <translation>noch kein Beweis</translation>
    </message>
    <message>
        <source>still waits in the queue</source>
        <translation>wartet noch in der Warteschlange</translation>
    </message>
    <message>
        <source>still runs</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>ended at %1</source>
        <translation>beendet um %1</translation>
    </message>
    <message>
        <source>ended at %1 (%2)</source>
        <translation>beendet um %1 (%2)</translation>
    </message>
    <message>
        <source>number unknown, may start later</source>
        <translation>Nummer unbekannt, kann später starten</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Slurm job</source>
        <translation>Slurm-Job</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>Um Ende gebeten</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweis</translation>
    </message>
</context>
<context>
    <name>rayhelm::GiveBackReport</name>
    <message numerus="yes">
        <source>%n job(s) end by themselves at %1 at the latest</source>
        <translation>
            <numerusform>%n Job endet spätestens um %1 von selbst</numerusform>
            <numerusform>%n Jobs enden spätestens um %1 von selbst</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not seen running and may start later</source>
        <translation>%1 wurde nicht laufend gesehen und kann später starten</translation>
    </message>
    <message>
        <source>others have no time limit that is known</source>
        <translation>andere haben kein bekanntes Zeitlimit</translation>
    </message>
    <message>
        <source>If the request was lost: %1.</source>
        <translation>Falls die Bitte verloren ging: %1.</translation>
    </message>
    <message>
        <source>No Slurm job was known: nothing had to be given back</source>
        <translation>Kein Slurm-Job war bekannt: Nichts musste zurückgegeben werden</translation>
    </message>
    <message>
        <source>Asking everything to stop</source>
        <translation>Alles wird gebeten, zu enden</translation>
    </message>
    <message>
        <source>Asked to stop, no proof yet</source>
        <translation>Um Ende gebeten, noch kein Beweis</translation>
    </message>
    <message numerus="yes">
        <source>Given back: the HPC confirms that all %n job(s) have ended at %1.</source>
        <translation>
            <numerusform>Zurückgegeben: Das HPC-System bestätigt, dass der Job um %1 geendet hat.</numerusform>
            <numerusform>Zurückgegeben: Das HPC-System bestätigt, dass alle %n Jobs um %1 geendet haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Probably still held: job %1 still waits on the HPC and may start.</source>
        <translation>Wahrscheinlich noch belegt: Job %1 wartet noch auf dem HPC-System und kann starten.</translation>
    </message>
    <message>
        <source>Probably still held: job %1 still runs on the HPC.</source>
        <translation>Wahrscheinlich noch belegt: Job %1 läuft noch auf dem HPC-System.</translation>
    </message>
    <message numerus="yes">
        <source>Kubernetes has let go of %n pod(s).</source>
        <translation>
            <numerusform>Kubernetes hat %n Pod losgelassen.</numerusform>
            <numerusform>Kubernetes hat %n Pods losgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the job numbers to the HPC&apos;s support if this stays.</source>
        <translation>Senden Sie die Jobnummern an den Support des HPC-Systems, wenn das so bleibt.</translation>
    </message>
    <message>
        <source>Whether Slurm has ended jobs %1 is not known from here.</source>
        <translation>Ob Slurm die Jobs %1 beendet hat, ist von hier aus nicht bekannt.</translation>
    </message>
    <message>
        <source>The bridge to the HPC was down during the deletion: the request may not have arrived.</source>
        <translation>Die Brücke zum HPC-System war während des Löschens unterbrochen: Die Bitte ist vielleicht nicht angekommen.</translation>
    </message>
    <message>
        <source>The Ray cluster &quot;%1&quot; on %2 was deleted at %3.</source>
        <translation>Der Ray-Cluster „%1“ auf %2 wurde um %3 gelöscht.</translation>
    </message>
    <message>
        <source>Please check whether these Slurm jobs (of the interLink account) have ended, and cancel them if not:</source>
        <translation>Bitte prüfen Sie, ob diese Slurm-Jobs (des interLink-Kontos) geendet haben, und brechen Sie sie sonst ab:</translation>
    </message>
    <message>
        <source>number not known</source>
        <translation>Nummer nicht bekannt</translation>
    </message>
    <message>
        <source>This file holds no give-back report.</source>
        <translation>Diese Datei enthält keinen Rückgabebericht.</translation>
    </message>
    <message>
        <source>The give-back report could not be written on this computer.</source>
        <translation>Der Rückgabebericht konnte auf diesem Computer nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Not deleted: helm ended before it was done</source>
        <translation>Nicht gelöscht: helm endete, bevor es fertig war</translation>
    </message>
    <message>
        <source>Not begun: nothing was deleted</source>
        <translation>Nicht begonnen: Nichts wurde gelöscht</translation>
    </message>
</context>
<context>
    <name>rayhelm::GiveBackView</name>
    <message>
        <source>Check on the HPC</source>
        <translation>Auf dem HPC-System prüfen</translation>
    </message>
    <message>
        <source>Copy text for HPC support</source>
        <translation>Text für den HPC-Support kopieren</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Bericht speichern...</translation>
    </message>
    <message>
        <source>Slurm jobs of the deleted cluster</source>
        <translation>Slurm-Jobs des gelöschten Clusters</translation>
    </message>
    <message>
        <source>Copies a text that names the Slurm jobs and asks whether they have ended.</source>
        <translation>Kopiert einen Text, der die Slurm-Jobs nennt und fragt, ob sie geendet haben.</translation>
    </message>
    <message>
        <source>Writes this report to a file.</source>
        <translation>Schreibt diesen Bericht in eine Datei.</translation>
    </message>
    <message>
        <source>Check on %1</source>
        <translation>Auf %1 prüfen</translation>
    </message>
    <message>
        <source>There is no HPC login node in this connection. Only Slurm itself can prove that the jobs have ended.</source>
        <translation>In dieser Verbindung ist kein HPC-Anmeldeknoten angegeben. Nur Slurm selbst kann beweisen, dass die Jobs geendet haben.</translation>
    </message>
    <message>
        <source>Asks Slurm whether these jobs have ended.</source>
        <translation>Fragt Slurm, ob diese Jobs geendet haben.</translation>
    </message>
    <message>
        <source>%1 at %2, deleted %3</source>
        <translation>%1 auf %2, gelöscht %3</translation>
    </message>
    <message>
        <source>number unknown</source>
        <translation>Nummer unbekannt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Slurm job %1 (%2): asked to stop: %3; proof: %4</source>
        <translation>Slurm-Job %1 (%2): um Ende gebeten: %3; Beweis: %4</translation>
    </message>
    <message>
        <source>The report could not be saved: %1</source>
        <translation>Der Bericht konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Save the give-back report</source>
        <translation>Rückgabebericht speichern</translation>
    </message>
</context>
<context>
    <name>rayhelm::GroupChecks</name>
    <message>
        <source>%1 is requested, but at most %2 is allowed: Kubernetes refuses such pods.</source>
        <translation>%1 wird angefordert, aber höchstens %2 ist erlaubt: Kubernetes lehnt solche Pods ab.</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>%1 anfordern</translation>
    </message>
    <message>
        <source>The head needs at least 2G of memory, else it is killed.</source>
        <translation>Der Head braucht mindestens 2G Speicher, sonst wird er beendet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of CPUs. Write for example 64 or 1500m.</source>
        <translation>„%1“ ist keine Anzahl von CPUs. Schreiben Sie zum Beispiel 64 oder 1500m.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount of memory. Write for example 128G or 64Gi.</source>
        <translation>„%1“ ist keine Speichermenge. Schreiben Sie zum Beispiel 128G oder 64Gi.</translation>
    </message>
    <message>
        <source>There cannot be less than 0 workers.</source>
        <translation>Weniger als 0 Worker kann es nicht geben.</translation>
    </message>
    <message>
        <source>At least %1 workers cannot go with at most %2.</source>
        <translation>Mindestens %1 Worker passen nicht zu höchstens %2.</translation>
    </message>
    <message>
        <source>KubeRay would start %1 workers, not %2: the most allowed is %1.</source>
        <translation>KubeRay würde %1 Worker starten, nicht %2: Erlaubt sind höchstens %1.</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>KubeRay would start %1 workers, not %2: the least allowed is %1.</source>
        <translation>KubeRay würde %1 Worker starten, nicht %2: Erlaubt sind mindestens %1.</translation>
    </message>
    <message>
        <source>This variable has no name.</source>
        <translation>Diese Variable hat keinen Namen.</translation>
    </message>
    <message>
        <source>Kubernetes takes only texts here. Put %1 in quotes.</source>
        <translation>Kubernetes nimmt hier nur Texte an. Setzen Sie %1 in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>In Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>Chart %1 fails for an additional group without &quot;containerEnv&quot;.</source>
        <translation>Chart %1 scheitert an einer zusätzlichen Gruppe ohne „containerEnv“.</translation>
    </message>
    <message>
        <source>Add an empty one</source>
        <translation>Eine leere hinzufügen</translation>
    </message>
    <message>
        <source>Without the toleration for the gateway these pods stay pending for ever.</source>
        <translation>Ohne die Toleration für das Gateway warten diese Pods für immer.</translation>
    </message>
    <message>
        <source>Let them run on the HPC</source>
        <translation>Auf dem HPC-System laufen lassen</translation>
    </message>
    <message>
        <source>There is no gateway named %1. There is: %2.</source>
        <translation>Ein Gateway namens %1 gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>The pod gets its own address only with &quot;interlink.eu/pod-vpn&quot;.</source>
        <translation>Der Pod bekommt nur mit „interlink.eu/pod-vpn“ eine eigene Adresse.</translation>
    </message>
    <message>
        <source>Any value turns this on, also &quot;%1&quot;. Remove the key to turn it off.</source>
        <translation>Jeder Wert schaltet das ein, auch „%1“. Entfernen Sie den Schlüssel, um es auszuschalten.</translation>
    </message>
    <message>
        <source>Use 2G</source>
        <translation>2G verwenden</translation>
    </message>
    <message>
        <source>%1 means that many bytes. Write for example %2.</source>
        <translation>%1 bedeutet so viele Bytes. Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Keep it as an MLflow account under Tools, Accounts and passwords: Rayhelm gives it to the pods as a Secret.</source>
        <translation>Bewahren Sie es als MLflow-Konto unter Extras, Konten und Passwörter auf: Rayhelm gibt es den Pods als Secret.</translation>
    </message>
    <message>
        <source>Keep it in a Secret of the cluster and name that with &quot;valueFrom&quot;.</source>
        <translation>Bewahren Sie es in einem Secret des Clusters auf und nennen Sie dieses mit „valueFrom“.</translation>
    </message>
    <message>
        <source>%1 looks like a secret in plain text: it would stand in the file, in the release and in the pods, for everybody to read.</source>
        <translation>%1 sieht nach einem Geheimnis im Klartext aus: Es stünde in der Datei, im Release und in den Pods, für alle lesbar.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>rayhelm::Held</name>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>GPUs not stated</source>
        <translation>GPUs nicht angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>Held at %1: %2</source>
        <translation>Belegt um %1: %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Belegt: %1</translation>
    </message>
    <message>
        <source>Held: %1, %2, about %3 left</source>
        <translation>Belegt: %1, %2, noch etwa %3</translation>
    </message>
    <message>
        <source>Held: %1, %2, no time limit known</source>
        <translation>Belegt: %1, %2, kein Zeitlimit bekannt</translation>
    </message>
    <message>
        <source>Perhaps still held: %1</source>
        <translation>Vielleicht noch belegt: %1</translation>
    </message>
    <message>
        <source>Perhaps still held: %1, at most until %2</source>
        <translation>Vielleicht noch belegt: %1, höchstens bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) in the queue</source>
        <translation>
            <numerusform>%n Knoten in der Warteschlange</numerusform>
            <numerusform>%n Knoten in der Warteschlange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing held</source>
        <translation>Nichts belegt</translation>
    </message>
</context>
<context>
    <name>rayhelm::Helm</name>
    <message>
        <source>Helm could not do it.</source>
        <translation>Helm konnte es nicht tun.</translation>
    </message>
    <message>
        <source>The answer of Helm could not be understood.</source>
        <translation>Die Antwort von Helm war nicht zu verstehen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::HelmJob</name>
    <message>
        <source>Helm was ended from outside before it had finished. Use Repair to bring back the last good state.</source>
        <translation>Helm wurde von außen beendet, bevor es fertig war. Verwenden Sie „Reparieren“, um den letzten guten Zustand wiederherzustellen.</translation>
    </message>
    <message>
        <source>The connection broke before it is known whether helm has begun. Nothing is begun again.</source>
        <translation>Die Verbindung brach ab, bevor bekannt war, ob helm begonnen hat. Nichts wird noch einmal begonnen.</translation>
    </message>
    <message>
        <source>The connection broke before helm had begun.</source>
        <translation>Die Verbindung brach ab, bevor helm begonnen hatte.</translation>
    </message>
</context>
<context>
    <name>rayhelm::HostCheck</name>
    <message>
        <source>The chart repository “%1” is not registered for this account on %2, so no cluster can be installed. Register it there with “helm repo add %1 &lt;address&gt;” (for KubeRay https://ray-project.github.io/kuberay-helm/) and “helm repo update”, or ask the owner.</source>
        <translation>Das Chart-Repository „%1“ ist für dieses Konto auf %2 nicht eingetragen, deshalb kann kein Cluster installiert werden. Tragen Sie es dort mit „helm repo add %1 &lt;Adresse&gt;“ (für KubeRay https://ray-project.github.io/kuberay-helm/) und „helm repo update“ ein, oder bitten Sie den Besitzer darum.</translation>
    </message>
    <message>
        <source>Give the path of the settings file (kubeconfig) in the connection&apos;s settings, or ask the owner for one.</source>
        <translation>Geben Sie den Pfad der Einstellungsdatei (kubeconfig) in den Einstellungen der Verbindung an, oder bitten Sie den Besitzer um eine.</translation>
    </message>
    <message>
        <source>Switch on “Work as root”, since the settings often belong to root, or give the path of the settings file (kubeconfig).</source>
        <translation>Schalten Sie „Als root arbeiten“ ein, da die Einstellungen oft root gehören, oder geben Sie den Pfad der Einstellungsdatei (kubeconfig) an.</translation>
    </message>
    <message>
        <source>There are no cluster settings (kubeconfig) for this account on %1. %2</source>
        <translation>Auf %1 gibt es für dieses Konto keine Cluster-Einstellungen (kubeconfig). %2</translation>
    </message>
    <message>
        <source>The cluster settings (kubeconfig) on %1 may not be read by this account. %2</source>
        <translation>Die Cluster-Einstellungen (kubeconfig) auf %1 darf dieses Konto nicht lesen. %2</translation>
    </message>
    <message>
        <source>The cluster settings (kubeconfig) on %1 are damaged. Ask the owner for a fresh file.</source>
        <translation>Die Cluster-Einstellungen (kubeconfig) auf %1 sind beschädigt. Bitten Sie den Besitzer um eine frische Datei.</translation>
    </message>
    <message>
        <source>Your access to Kubernetes on %1 has expired or is wrong. Ask the owner for new settings (kubeconfig).</source>
        <translation>Ihr Zugang zu Kubernetes auf %1 ist abgelaufen oder falsch. Bitten Sie den Besitzer um neue Einstellungen (kubeconfig).</translation>
    </message>
    <message>
        <source>The security certificates of Kubernetes on %1 do not match or have expired. The owner must renew them.</source>
        <translation>Die Sicherheitszertifikate von Kubernetes auf %1 passen nicht oder sind abgelaufen. Der Besitzer muss sie erneuern.</translation>
    </message>
    <message>
        <source>This account may not read Kubernetes on %1. Check the namespace, or ask the owner for the right named in the details.</source>
        <translation>Dieses Konto darf Kubernetes auf %1 nicht lesen. Prüfen Sie den Namespace, oder bitten Sie den Besitzer um das Recht, das in den Einzelheiten genannt ist.</translation>
    </message>
    <message>
        <source>Kubernetes on %1 does not answer. It may be starting again; wait a minute, then ask the owner.</source>
        <translation>Kubernetes auf %1 antwortet nicht. Vielleicht startet es gerade neu; warten Sie eine Minute, dann fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>Kubernetes on %1 could not be read. The details hold kubectl&apos;s own words.</source>
        <translation>Kubernetes auf %1 konnte nicht gelesen werden. Die Einzelheiten enthalten die Worte von kubectl.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Http</name>
    <message>
        <source>%1 sent an answer that is too long.</source>
        <translation>%1 hat eine zu lange Antwort gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 hat innerhalb von %n Sekunde nicht geantwortet.</numerusform>
            <numerusform>%1 hat innerhalb von %n Sekunden nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut.</source>
        <translation>Die Verbindung zu %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Hydra</name>
    <message>
        <source>A change needs the name of a setting.</source>
        <translation>Eine Änderung braucht den Namen einer Einstellung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be changed for a job: the name of a setting may hold letters, digits, _ and -, with dots in between.</source>
        <translation>„%1“ kann für einen Job nicht geändert werden: Der Name einer Einstellung darf Buchstaben, Ziffern, _ und - enthalten, mit Punkten dazwischen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ImageForm</name>
    <message>
        <source>Choose a tag or type any</source>
        <translation>Wählen Sie ein Image-Tag, oder tippen Sie eines ein</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>Image-&amp;Tag</translation>
    </message>
    <message>
        <source>The version of the image in the registry. Any tag can be typed.</source>
        <translation>Die Version des Images in der Registry. Jedes Tag kann eingetippt werden.</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Aktualisie&amp;ren</translation>
    </message>
    <message>
        <source>Reads the list of tags from the registry.</source>
        <translation>Liest die Liste der Tags aus der Registry.</translation>
    </message>
    <message>
        <source>&amp;development images</source>
        <translation>&amp;Entwicklungs-Images</translation>
    </message>
    <message>
        <source>Lists the images of the newest source code, which change often.</source>
        <translation>Führt die Images des neuesten Quelltexts auf, die sich oft ändern.</translation>
    </message>
    <message>
        <source>n&amp;otebook images</source>
        <translation>N&amp;otebook-Images</translation>
    </message>
    <message>
        <source>Also lists the images that start a notebook server.</source>
        <translation>Führt auch die Images auf, die einen Notebook-Server starten.</translation>
    </message>
    <message>
        <source>For example /home/me/images</source>
        <translation>Zum Beispiel /home/ich/images</translation>
    </message>
    <message>
        <source>Save in fo&amp;lder</source>
        <translation>&amp;Zielordner</translation>
    </message>
    <message>
        <source>A folder on the HPC, from the root on.</source>
        <translation>Ein Ordner auf dem HPC-System, von der Wurzel an.</translation>
    </message>
    <message>
        <source>Part of the file name behind the colon</source>
        <translation>Teil des Dateinamens hinter dem Doppelpunkt</translation>
    </message>
    <message>
        <source>The chart joins name and this part with a colon.</source>
        <translation>Das Chart verbindet Name und diesen Teil mit einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>Datei&amp;name</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>The file is called name, colon, tag, because the chart writes it that way.</source>
        <translation>Die Datei heißt Name, Doppelpunkt, Tag, weil das Chart es so schreibt.</translation>
    </message>
    <message>
        <source>The colon belongs to the name: the chart writes it that way.</source>
        <translation>Der Doppelpunkt gehört zum Namen: Das Chart schreibt es so.</translation>
    </message>
    <message>
        <source>&amp;Use this file in my configuration</source>
        <translation>Diese Datei in meiner Konfi&amp;guration verwenden</translation>
    </message>
    <message>
        <source>When the file is there, its path becomes the image of the open configuration.</source>
        <translation>Wenn die Datei da ist, wird ihr Pfad zum Image der offenen Konfiguration.</translation>
    </message>
    <message>
        <source>&amp;replace it</source>
        <translation>er&amp;setzen</translation>
    </message>
    <message>
        <source>Clusters that run from the old file may break.</source>
        <translation>Cluster, die mit der alten Datei laufen, können kaputtgehen.</translation>
    </message>
    <message>
        <source>&amp;Command that this runs on the HPC</source>
        <translation>Befeh&amp;l, der dafür auf dem HPC-System läuft</translation>
    </message>
    <message>
        <source>No list of tags was read yet; type the tag.</source>
        <translation>Noch keine Liste von Tags gelesen; tippen Sie das Tag ein.</translation>
    </message>
    <message>
        <source>The registry cannot be reached. This is its list of %1; any tag can be typed.</source>
        <translation>Die Registry ist nicht erreichbar. Dies ist ihre Liste vom %1; jedes Tag kann eingetippt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s), read %1.</source>
        <translation>
            <numerusform>%n Tag, gelesen %1.</numerusform>
            <numerusform>%n Tags, gelesen %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the list of tags...</source>
        <translation>Die Liste der Tags wird gelesen...</translation>
    </message>
    <message>
        <source>%1 Any tag can be typed.</source>
        <translation>%1 Jedes Tag kann eingetippt werden.</translation>
    </message>
    <message>
        <source>An image is being fetched.</source>
        <translation>Ein Image wird geholt.</translation>
    </message>
    <message>
        <source>Give the tag of the image.</source>
        <translation>Geben Sie das Tag des Images an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a tag: letters, digits, dots, dashes and underscores are allowed.</source>
        <translation>„%1“ kann kein Tag sein: Erlaubt sind Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>Give the folder on the HPC.</source>
        <translation>Geben Sie den Ordner auf dem HPC-System an.</translation>
    </message>
    <message>
        <source>%1 exists. Clusters that run from it may break if it is replaced.</source>
        <translation>%1 existiert. Cluster, die damit laufen, können kaputtgehen, wenn die Datei ersetzt wird.</translation>
    </message>
    <message>
        <source>new na&amp;me %1</source>
        <translation>neuer Na&amp;me %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n Tag mit einem unmöglichen Namen wurde weggelassen.</numerusform>
            <numerusform>%n Tags mit unmöglichen Namen wurden weggelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ImageInput</name>
    <message>
        <source>Tag of the image</source>
        <translation>Tag des Images</translation>
    </message>
    <message>
        <source>The part behind the last colon; for a file on the HPC the end of its name, such as sif. image.tag</source>
        <translation>Der Teil hinter dem letzten Doppelpunkt; bei einer Datei auf dem HPC-System das Ende ihres Namens, etwa sif. image.tag</translation>
    </message>
    <message>
        <source>Give the path of the image file on the HPC.</source>
        <translation>Geben Sie den Pfad der Image-Datei auf dem HPC-System an.</translation>
    </message>
    <message>
        <source>Give the part behind the colon, such as sif.</source>
        <translation>Geben Sie den Teil hinter dem Doppelpunkt an, etwa sif.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ImagePanel</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Show output</source>
        <translation>Ausgabe zeigen</translation>
    </message>
    <message>
        <source>Shows what the command has written.</source>
        <translation>Zeigt, was der Befehl geschrieben hat.</translation>
    </message>
    <message>
        <source>Output of the command</source>
        <translation>Ausgabe des Befehls</translation>
    </message>
    <message>
        <source>Prepare image</source>
        <translation>Image vorbereiten</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Puts the command into the clipboard, to be run on the HPC by hand.</source>
        <translation>Legt den Befehl in die Zwischenablage, um ihn auf dem HPC-System von Hand auszuführen.</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>Looks whether the file is on the HPC.</source>
        <translation>Sieht nach, ob die Datei auf dem HPC-System liegt.</translation>
    </message>
    <message>
        <source>Use in configuration</source>
        <translation>In Konfiguration verwenden</translation>
    </message>
    <message>
        <source>Puts the path of this file into the configuration that is open.</source>
        <translation>Trägt den Pfad dieser Datei in die offene Konfiguration ein.</translation>
    </message>
    <message>
        <source>Add login node</source>
        <translation>Anmeldeknoten hinzufügen</translation>
    </message>
    <message>
        <source>With a login node of the HPC, Rayhelm prepares the image for you.</source>
        <translation>Mit einem Anmeldeknoten des HPC-Systems bereitet Rayhelm das Image für Sie vor.</translation>
    </message>
    <message>
        <source>The configuration now uses %1. It is not saved yet.</source>
        <translation>Die Konfiguration verwendet jetzt %1. Sie ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>Der Befehl liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Stopped. The unfinished file was removed.</source>
        <translation>Gestoppt. Die unfertige Datei wurde entfernt.</translation>
    </message>
    <message>
        <source>An image is being fetched.</source>
        <translation>Ein Image wird geholt.</translation>
    </message>
    <message>
        <source>No login node of the HPC is known. Add it, or run the command there yourself.</source>
        <translation>Kein Anmeldeknoten des HPC-Systems ist bekannt. Fügen Sie ihn hinzu, oder führen Sie den Befehl dort selbst aus.</translation>
    </message>
    <message>
        <source>Give the folder on the HPC.</source>
        <translation>Geben Sie den Ordner auf dem HPC-System an.</translation>
    </message>
    <message>
        <source>No configuration is open.</source>
        <translation>Keine Konfiguration ist offen.</translation>
    </message>
    <message>
        <source>Prepare the image by hand</source>
        <translation>Image von Hand vorbereiten</translation>
    </message>
    <message>
        <source>Run this command on a login node of the HPC; it takes some minutes.</source>
        <translation>Führen Sie diesen Befehl auf einem Anmeldeknoten des HPC-Systems aus; das dauert einige Minuten.</translation>
    </message>
    <message>
        <source>Preparing the image</source>
        <translation>Image wird vorbereitet</translation>
    </message>
    <message>
        <source>Image on the HPC: %1</source>
        <translation>Image auf dem HPC-System: %1</translation>
    </message>
    <message>
        <source>No image checked yet.</source>
        <translation>Noch kein Image geprüft.</translation>
    </message>
    <message>
        <source>It is downloaded and converted on the HPC. You may go on elsewhere.</source>
        <translation>Es wird auf dem HPC-System heruntergeladen und umgewandelt. Sie können anderswo weiterarbeiten.</translation>
    </message>
    <message>
        <source>The cluster runs from an image file on the HPC. Prepare it once; every cluster can use it.</source>
        <translation>Der Cluster läuft mit einer Image-Datei auf dem HPC-System. Bereiten Sie sie einmal vor; jeder Cluster kann sie verwenden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ImageTags</name>
    <message>
        <source>The registry does not show this repository without a login. Type the tag.</source>
        <translation>Die Registry zeigt dieses Repository nicht ohne Anmeldung. Tippen Sie das Tag ein.</translation>
    </message>
    <message>
        <source>The registry does not know this repository.</source>
        <translation>Die Registry kennt dieses Repository nicht.</translation>
    </message>
    <message>
        <source>The registry gave an answer that could not be understood.</source>
        <translation>Die Registry gab eine Antwort, die nicht zu verstehen war.</translation>
    </message>
    <message>
        <source>The registry wants a login at a place that does not belong to it. Type the tag.</source>
        <translation>Die Registry verlangt eine Anmeldung an einer Stelle, die nicht zu ihr gehört. Tippen Sie den Tag ein.</translation>
    </message>
</context>
<context>
    <name>rayhelm::InlineMessage</name>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Shows the raw text behind this message.</source>
        <translation>Zeigt den Originaltext hinter dieser Meldung.</translation>
    </message>
    <message>
        <source>Raw text of the message</source>
        <translation>Originaltext der Meldung</translation>
    </message>
    <message>
        <source>What the other side said, without secrets.</source>
        <translation>Was die andere Seite gesagt hat, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
</context>
<context>
    <name>rayhelm::InstallComparison</name>
    <message>
        <source>It is too long to be shown.</source>
        <translation>Das ist zu lang, um es anzuzeigen.</translation>
    </message>
    <message>
        <source>The chart has just changed. Look again.</source>
        <translation>Das Chart hat sich gerade geändert. Sehen Sie noch einmal nach.</translation>
    </message>
</context>
<context>
    <name>rayhelm::InstallFiles</name>
    <message>
        <source>The chart is another one than at the review. Nothing was installed; look at the review again.</source>
        <translation>Das Chart ist ein anderes als bei der Prüfung. Nichts wurde installiert; sehen Sie die Prüfung noch einmal an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::InstallJournal</name>
    <message>
        <source>The note about this install could not be written on this computer.</source>
        <translation>Die Notiz über diese Installation konnte auf diesem Computer nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::InstallRelease</name>
    <message>
        <source>Helm on the VM is too old: it cannot mark whose cluster it is. Ask the owner for Helm 3.13 or newer.</source>
        <translation>Helm auf der VM ist zu alt: Es kann nicht vermerken, wem der Cluster gehört. Bitten Sie den Besitzer um Helm 3.13 oder neuer.</translation>
    </message>
    <message>
        <source>Helm was asked to stop. Checking what it left...</source>
        <translation>Helm wurde gebeten, zu stoppen. Es wird geprüft, was zurückblieb...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was taken by someone else in this moment. Choose another name.</source>
        <translation>„%1“ wurde in diesem Moment von jemand anderem vergeben. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The cluster was deleted meanwhile.</source>
        <translation>Der Cluster wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>No account: jobs of this cluster cannot log in to MLflow.</source>
        <translation>Kein Konto: Jobs dieses Clusters können sich nicht bei MLflow anmelden.</translation>
    </message>
    <message>
        <source>Check name and owner</source>
        <translation>Name und Besitzer prüfen</translation>
    </message>
    <message>
        <source>Store the MLflow account for the cluster</source>
        <translation>MLflow-Konto für den Cluster ablegen</translation>
    </message>
    <message>
        <source>Send the configuration</source>
        <translation>Konfiguration senden</translation>
    </message>
    <message>
        <source>Check it on the VM</source>
        <translation>Auf der VM prüfen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Wait until usable</source>
        <translation>Warten, bis er nutzbar ist</translation>
    </message>
    <message>
        <source>The install had not begun when the application ended. Nothing was changed; install again.</source>
        <translation>Die Installation hatte noch nicht begonnen, als die Anwendung endete. Nichts wurde geändert; installieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The files on %1 are not those that were reviewed. Nothing was installed; try again.</source>
        <translation>Die Dateien auf %1 sind nicht die geprüften. Nichts wurde installiert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Kubernetes already holds a Secret &quot;%1&quot; that Rayhelm did not store from this computer. It was left as it is. Choose another cluster name, or ask its owner to remove it.</source>
        <translation>Kubernetes hat schon ein Secret „%1“, das Rayhelm nicht von diesem Rechner aus abgelegt hat. Es blieb, wie es ist. Wählen Sie einen anderen Clusternamen, oder bitten Sie den Besitzer, es zu entfernen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::IntegerInput</name>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>rayhelm::ItwinaiConfig</name>
    <message>
        <source>Hydra reads only files that end with .yaml.</source>
        <translation>Hydra liest nur Dateien, die auf .yaml enden.</translation>
    </message>
    <message>
        <source>It is too large for a configuration.</source>
        <translation>Sie ist zu groß für eine Konfiguration.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Sie kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It has no pipeline of itwinai.</source>
        <translation>Sie enthält keine Pipeline von itwinai.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>Der Ordner %1 existiert nicht.</translation>
    </message>
    <message>
        <source>It holds no settings.</source>
        <translation>Sie enthält keine Einstellungen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobDesk</name>
    <message>
        <source>The job cannot be noted on this computer, so it is not sent.</source>
        <translation>Der Job kann auf diesem Rechner nicht vermerkt werden und wird deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>Log paused: reconnecting. The job is not affected.</source>
        <translation>Log angehalten: Die Verbindung wird wiederhergestellt. Der Job ist nicht betroffen.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The way to Ray was closed while the job was being sent, so it was not started.</source>
        <translation>Der Weg zu Ray wurde geschlossen, während der Job gesendet wurde; er wurde deshalb nicht gestartet.</translation>
    </message>
    <message numerus="yes">
        <source>Ray&apos;s job list is too long: the newest %1 are looked at, %n older one(s) are not.</source>
        <translation>
            <numerusform>Rays Jobliste ist zu lang: Die neuesten %1 werden angesehen, %n älterer nicht.</numerusform>
            <numerusform>Rays Jobliste ist zu lang: Die neuesten %1 werden angesehen, %n ältere nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n Job mit einem unmöglichen Namen wurde weggelassen.</numerusform>
            <numerusform>%n Jobs mit unmöglichen Namen wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ray does not know this job: it was not started, or it went with an earlier cluster.</source>
        <translation>Ray kennt diesen Job nicht: Er wurde nicht gestartet, oder er ging mit einem früheren Cluster verloren.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobDraft</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>Geben Sie dem Experiment einen Namen.</translation>
    </message>
    <message>
        <source>Experiment &quot;%1&quot; cannot be used. It belongs to someone else, or was deleted. The job would fail after the wait. Choose another name.</source>
        <translation>Das Experiment „%1“ kann nicht verwendet werden. Es gehört jemand anderem oder wurde gelöscht. Der Job würde nach dem Warten fehlschlagen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose the folder with your code.</source>
        <translation>Wählen Sie den Ordner mit Ihrem Code.</translation>
    </message>
    <message>
        <source>The folder is still being read.</source>
        <translation>Der Ordner wird noch gelesen.</translation>
    </message>
    <message>
        <source>No pipeline found in %1.</source>
        <translation>In %1 wurde keine Pipeline gefunden.</translation>
    </message>
    <message>
        <source>Choose a configuration.</source>
        <translation>Wählen Sie eine Konfiguration.</translation>
    </message>
    <message>
        <source>Choose what to run.</source>
        <translation>Wählen Sie, was ausgeführt werden soll.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The files are still being looked at.</source>
        <translation>Die Dateien werden noch angesehen.</translation>
    </message>
    <message>
        <source>A job is being sent.</source>
        <translation>Ein Job wird gesendet.</translation>
    </message>
    <message>
        <source>The head of the cluster is not usable yet. The draft is kept.</source>
        <translation>Der Head des Clusters ist noch nicht nutzbar. Der Entwurf bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobFileModel</name>
    <message>
        <source>sent, looks like a password or key</source>
        <translation>gesendet, sieht aus wie ein Passwort oder Schlüssel</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sent or left out</source>
        <translation>Gesendet oder ausgelassen</translation>
    </message>
    <message>
        <source>sent from %1, looks like a password or key</source>
        <translation>wird von %1 gesendet, sieht nach Passwort oder Schlüssel aus</translation>
    </message>
    <message>
        <source>sent from %1</source>
        <translation>wird von %1 gesendet</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobFilesPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>Dateien des Ordners</translation>
    </message>
    <message>
        <source>The last column says whether a file is sent, or which line leaves it out.</source>
        <translation>Die letzte Spalte sagt, ob eine Datei gesendet wird oder welche Zeile sie auslässt.</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Noch ist kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>Reading the files...</source>
        <translation>Die Dateien werden gelesen...</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are sent, %1 of %2 allowed.</source>
        <translation>
            <numerusform>%n Datei wird gesendet, %1 von erlaubten %2.</numerusform>
            <numerusform>%n Dateien werden gesendet, %1 von erlaubten %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>100 MiB</source>
        <translation>100 MiB</translation>
    </message>
    <message numerus="yes">
        <source>Data paths on the HPC are not sent: %1 (%n path(s)).</source>
        <translation>
            <numerusform>Der Datenpfad auf dem HPC-System wird nicht gesendet: %1 (%n Pfad).</numerusform>
            <numerusform>Datenpfade auf dem HPC-System werden nicht gesendet: %1 (%n Pfade).</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore that line</source>
        <translation>Diese Zeile ignorieren</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>%1 looks like it holds a password.</source>
        <translation>%1 sieht aus, als enthielte die Datei ein Passwort.</translation>
    </message>
    <message>
        <source>Everyone who may see the cluster could read it.</source>
        <translation>Alle, die den Cluster sehen dürfen, könnten es lesen.</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Wieder senden</translation>
    </message>
    <message>
        <source>Another rule leaves this file out.</source>
        <translation>Eine andere Regel lässt diese Datei aus.</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>Keine Datei ist gewählt.</translation>
    </message>
    <message>
        <source>Sends the chosen file after all.</source>
        <translation>Sendet die gewählte Datei doch.</translation>
    </message>
    <message>
        <source>Does not send the chosen file with this job. The file stays.</source>
        <translation>Sendet die gewählte Datei nicht mit diesem Job. Die Datei bleibt.</translation>
    </message>
    <message>
        <source>Opens the chosen file with its usual program.</source>
        <translation>Öffnet die gewählte Datei mit ihrem üblichen Programm.</translation>
    </message>
    <message>
        <source>%1 (to %2)</source>
        <comment>a link and where it leads</comment>
        <translation>%1 (nach %2)</translation>
    </message>
    <message numerus="yes">
        <source>Send also what links out of the folder lead to: %n link(s), such as %1</source>
        <translation>
            <numerusform>Auch senden, wohin Links aus dem Ordner hinausführen: %n Link, %1</numerusform>
            <numerusform>Auch senden, wohin Links aus dem Ordner hinausführen: %n Links, zum Beispiel %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Without it these links are left out. The list says of each where it leads.</source>
        <translation>Ohne das werden diese Links weggelassen. Die Liste sagt von jedem, wohin er führt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobHistory</name>
    <message>
        <source>The job history could not be written.</source>
        <translation>Der Job-Verlauf konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The database driver for SQLite is missing.</source>
        <translation>Der Datenbanktreiber für SQLite fehlt.</translation>
    </message>
    <message>
        <source>The job history was written by a newer Rayhelm and is left alone.</source>
        <translation>Der Job-Verlauf wurde von einem neueren Rayhelm geschrieben und bleibt unangetastet.</translation>
    </message>
    <message>
        <source>The history is not open.</source>
        <translation>Der Verlauf ist nicht offen.</translation>
    </message>
    <message>
        <source>The history does not know the job %1.</source>
        <translation>Der Verlauf kennt den Job %1 nicht.</translation>
    </message>
    <message>
        <source>The job has no usable name for Ray.</source>
        <translation>Der Job hat keinen für Ray brauchbaren Namen.</translation>
    </message>
    <message>
        <source>The history has the job %1 already.</source>
        <translation>Der Verlauf enthält den Job %1 schon.</translation>
    </message>
    <message>
        <source>Another Rayhelm window uses this data folder.</source>
        <translation>Ein anderes Rayhelm-Fenster verwendet diesen Datenordner.</translation>
    </message>
    <message>
        <source>The log of a job is not kept any more: the disk took nothing for too long.</source>
        <translation>Das Log eines Jobs wird nicht mehr aufbewahrt: Die Festplatte nahm zu lange nichts an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobLogs</name>
    <message>
        <source>The job&apos;s log could not be kept on this computer.</source>
        <translation>Das Log des Jobs konnte auf diesem Rechner nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The log %1 was made shorter by another program.</source>
        <translation>Das Log %1 wurde von einem anderen Programm gekürzt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobLook</name>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Wartet auf den Start</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Lost with the cluster</source>
        <translation>Mit dem Cluster verloren</translation>
    </message>
    <message>
        <source>Waiting to start, sent by another program</source>
        <translation>Wartet auf den Start, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Running, sent by another program</source>
        <translation>Läuft, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Finished, sent by another program</source>
        <translation>Beendet, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Failed, sent by another program</source>
        <translation>Fehlgeschlagen, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Stopped, sent by another program</source>
        <translation>Gestoppt, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Unknown state, sent by another program</source>
        <translation>Zustand unbekannt, von einem anderen Programm gesendet</translation>
    </message>
    <message>
        <source>Asked to stop...</source>
        <translation>Um Ende gebeten...</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 (bisher %2)</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 (Dauer: %2)</translation>
    </message>
    <message>
        <source>Cluster deleted, log kept.</source>
        <translation>Cluster gelöscht, Log aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobMlflowPage</name>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Log this job to &amp;MLflow</source>
        <translation>Diesen Job in &amp;MLflow aufzeichnen</translation>
    </message>
    <message>
        <source>Test login</source>
        <translation>Anmeldung testen</translation>
    </message>
    <message>
        <source>Accounts...</source>
        <translation>Konten...</translation>
    </message>
    <message>
        <source>Create an MLflow account</source>
        <translation>MLflow-Konto anlegen</translation>
    </message>
    <message>
        <source>Tracking &amp;URI</source>
        <translation>Tracking-&amp;URI</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>&amp;Experiment</translation>
    </message>
    <message>
        <source>&amp;Run name, optional</source>
        <translation>Name des &amp;Laufs, optional</translation>
    </message>
    <message>
        <source>Opens the accounts, where the password is kept.</source>
        <translation>Öffnet die Konten, wo das Passwort aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Opens the page of the MLflow server on which an account can be made.</source>
        <translation>Öffnet die Seite des MLflow-Servers, auf der ein Konto angelegt werden kann.</translation>
    </message>
    <message>
        <source>Takes a name that was not looked up yet; it is checked at once.</source>
        <translation>Nimmt auch einen Namen, der noch nicht nachgesehen wurde; er wird sofort geprüft.</translation>
    </message>
    <message>
        <source>This job is not logged to MLflow.</source>
        <translation>Dieser Job wird nicht in MLflow aufgezeichnet.</translation>
    </message>
    <message>
        <source>No MLflow account is stored on this computer.</source>
        <translation>Auf diesem Computer ist kein MLflow-Konto gespeichert.</translation>
    </message>
    <message>
        <source>Account %1. %2</source>
        <translation>Konto %1. %2</translation>
    </message>
    <message>
        <source>Account %1, login last worked %2.</source>
        <translation>Konto %1, letzte gelungene Anmeldung %2.</translation>
    </message>
    <message>
        <source>Account %1, not tested yet.</source>
        <translation>Konto %1, noch nicht getestet.</translation>
    </message>
    <message>
        <source>Give the tracking URI first.</source>
        <translation>Geben Sie zuerst die Tracking-URI an.</translation>
    </message>
    <message>
        <source>No account is stored.</source>
        <translation>Kein Konto ist gespeichert.</translation>
    </message>
    <message>
        <source>Logs in once and says what the server answers.</source>
        <translation>Meldet sich einmal an und sagt, was der Server antwortet.</translation>
    </message>
    <message>
        <source>This cluster has no MLflow account.</source>
        <translation>Dieser Cluster hat kein MLflow-Konto.</translation>
    </message>
    <message>
        <source>Jobs cannot log in.</source>
        <translation>Jobs können sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Use no MLflow</source>
        <translation>Ohne MLflow</translation>
    </message>
    <message>
        <source>Add it for the next install</source>
        <translation>Für die nächste Installation hinzufügen</translation>
    </message>
    <message>
        <source>Asking MLflow about this name...</source>
        <translation>MLflow wird nach diesem Namen gefragt...</translation>
    </message>
    <message>
        <source>Use %1-2</source>
        <translation>%1-2 verwenden</translation>
    </message>
    <message>
        <source>This name could not be checked. %1</source>
        <translation>Dieser Name konnte nicht geprüft werden. %1</translation>
    </message>
    <message>
        <source>This name has not been checked yet.</source>
        <translation>Dieser Name wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Logging in...</source>
        <translation>Anmeldung läuft...</translation>
    </message>
    <message>
        <source>The password would travel unencrypted to %1, so it is not sent.</source>
        <translation>Das Passwort würde unverschlüsselt an %1 übertragen und wird deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>The password travels unencrypted to %1.</source>
        <translation>Das Passwort wird unverschlüsselt an %1 übertragen.</translation>
    </message>
    <message>
        <source>Send it unencrypted to %1</source>
        <translation>Unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>Everybody on the way can read it. You are asked once for each server.</source>
        <translation>Jeder auf dem Weg kann es lesen. Sie werden für jeden Server einmal gefragt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobModel</name>
    <message>
        <source>%1, sent %2</source>
        <translation>%1, gesendet %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Last news</source>
        <translation>Letzte Nachricht</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobOverrideModel</name>
    <message>
        <source>Made from other settings. Change those.</source>
        <translation>Ergibt sich aus anderen Einstellungen. Ändern Sie diese.</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message>
        <source>%1    %2</source>
        <translation>%1    %2</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>In file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>For this job</source>
        <translation>Für diesen Job</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>New job...</source>
        <translation>Neuer Job...</translation>
    </message>
    <message>
        <source>Prepares a job step by step. Nothing is sent before the last step.</source>
        <translation>Bereitet einen Job Schritt für Schritt vor. Vor dem letzten Schritt wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Submit again...</source>
        <translation>Noch einmal senden...</translation>
    </message>
    <message>
        <source>Opens the review with the answers of the chosen job.</source>
        <translation>Öffnet die Übersicht mit den Angaben des gewählten Jobs.</translation>
    </message>
    <message>
        <source>Stop job...</source>
        <translation>Job stoppen...</translation>
    </message>
    <message>
        <source>Asks first.</source>
        <translation>Fragt zuerst nach.</translation>
    </message>
    <message>
        <source>Save log...</source>
        <translation>Log speichern...</translation>
    </message>
    <message>
        <source>Writes the log of the chosen job to a file.</source>
        <translation>Schreibt das Log des gewählten Jobs in eine Datei.</translation>
    </message>
    <message>
        <source>Remove from history</source>
        <translation>Aus dem Verlauf entfernen</translation>
    </message>
    <message>
        <source>Takes the job out of the list; the bar offers Undo.</source>
        <translation>Nimmt den Job aus der Liste; die Leiste bietet „Rückgängig“ an.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Asks Ray for its jobs anew.</source>
        <translation>Fragt Ray erneut nach seinen Jobs.</translation>
    </message>
    <message>
        <source>Find &amp;job</source>
        <translation>Job &amp;suchen</translation>
    </message>
    <message>
        <source>Shows only jobs whose name, state or news contain the text.</source>
        <translation>Zeigt nur Jobs, deren Name, Zustand oder Nachricht den Text enthält.</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>All that Ray lists</source>
        <translation>Alle, die Ray nennt</translation>
    </message>
    <message>
        <source>Whether jobs of other programs are listed as well.</source>
        <translation>Ob auch Jobs anderer Programme aufgeführt werden.</translation>
    </message>
    <message>
        <source>The chosen job is shown below the list.</source>
        <translation>Der gewählte Job wird unter der Liste gezeigt.</translation>
    </message>
    <message>
        <source>No jobs yet.</source>
        <translation>Noch keine Jobs.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Job läuft</numerusform>
            <numerusform>%n Jobs laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No job running</source>
        <translation>Kein Job läuft</translation>
    </message>
    <message>
        <source>A job sends your code to the cluster and shows its log here.</source>
        <translation>Ein Job sendet Ihren Code an den Cluster und zeigt hier sein Log.</translation>
    </message>
    <message>
        <source>No job is chosen.</source>
        <translation>Kein Job ist gewählt.</translation>
    </message>
    <message>
        <source>This job was sent by another program.</source>
        <translation>Dieser Job wurde von einem anderen Programm gesendet.</translation>
    </message>
    <message>
        <source>This job does not run.</source>
        <translation>Dieser Job läuft nicht.</translation>
    </message>
    <message>
        <source>It was asked to stop.</source>
        <translation>Er wurde gebeten, zu enden.</translation>
    </message>
    <message>
        <source>Ray does not answer now.</source>
        <translation>Ray antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>A job that runs stays in the list.</source>
        <translation>Ein laufender Job bleibt in der Liste.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 stoppen?</translation>
    </message>
    <message>
        <source>Work since its last checkpoint is lost.</source>
        <translation>Arbeit seit dem letzten Checkpoint geht verloren.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>%1 was removed from the list.</source>
        <translation>%1 wurde aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobResourcesPage</name>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>&amp;Driver, the program that starts the others</source>
        <translation>Haupt&amp;programm, das die anderen startet</translation>
    </message>
    <message>
        <source>What the driver itself needs</source>
        <translation>Was das Hauptprogramm selbst braucht</translation>
    </message>
    <message>
        <source>on the head</source>
        <translation>auf dem Head</translation>
    </message>
    <message>
        <source>where this fits (Advanced)</source>
        <translation>wo das hineinpasst (erweitert)</translation>
    </message>
    <message>
        <source>itwinai asks Ray for the workers&apos; resources by itself, so the head is right for almost every job.</source>
        <translation>itwinai fordert die Ressourcen der Worker selbst bei Ray an; deshalb ist der Head für fast jeden Job richtig.</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>CP&amp;Us</source>
        <translation>CP&amp;Us</translation>
    </message>
    <message>
        <source>&amp;GPUs</source>
        <translation>&amp;GPUs</translation>
    </message>
    <message>
        <source>M&amp;emory</source>
        <translation>Sp&amp;eicher</translation>
    </message>
    <message>
        <source>The cluster %1 has not been looked at yet.</source>
        <translation>Der Cluster %1 wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>About %1 left.</source>
        <translation>Noch etwa %1.</translation>
    </message>
    <message>
        <source>Ray has not said yet what it has.</source>
        <translation>Ray hat noch nicht gesagt, was es hat.</translation>
    </message>
    <message numerus="yes">
        <source>Ray has %n node(s) with %1 CPUs and %2 GPUs in all.</source>
        <translation>
            <numerusform>Ray hat %n Knoten mit insgesamt %1 CPUs und %2 GPUs.</numerusform>
            <numerusform>Ray hat %n Knoten mit insgesamt %1 CPUs und %2 GPUs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Edit command</source>
        <translation>Befehl bearbeiten</translation>
    </message>
    <message>
        <source>Use the built command</source>
        <translation>Erzeugten Befehl verwenden</translation>
    </message>
    <message>
        <source>What the cluster &amp;runs</source>
        <translation>Was der Cluster ausfüh&amp;rt</translation>
    </message>
    <message>
        <source>Everything below is what will be sent.</source>
        <translation>Alles darunter wird so gesendet.</translation>
    </message>
    <message>
        <source>Steps of sending the job</source>
        <translation>Schritte beim Senden des Jobs</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>Be&amp;fehl</translation>
    </message>
    <message>
        <source>The same job in today&apos;s words. It holds no secret.</source>
        <translation>Derselbe Job in heutigen Worten. Er enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>One line of shell text. It must not hold a password.</source>
        <translation>Eine Zeile Shell-Text. Sie darf kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>Copies the command as shown.</source>
        <translation>Kopiert den Befehl, wie er gezeigt wird.</translation>
    </message>
    <message>
        <source>Lets you change what the cluster runs.</source>
        <translation>Lässt Sie ändern, was der Cluster ausführt.</translation>
    </message>
    <message>
        <source>Forgets what you typed and takes the command of the pages before.</source>
        <translation>Vergisst, was Sie getippt haben, und nimmt den Befehl der vorigen Seiten.</translation>
    </message>
    <message>
        <source>Rayhelm sends the same request itself. No secret is in it: the job reads the account from the cluster.</source>
        <translation>Rayhelm sendet dieselbe Anfrage selbst. Sie enthält kein Geheimnis: Der Job liest das Konto aus dem Cluster.</translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation>Job: %1</translation>
    </message>
    <message numerus="yes">
        <source>Folder: %1, %n file(s), %2</source>
        <translation>
            <numerusform>Ordner: %1, %n Datei, %2</numerusform>
            <numerusform>Ordner: %1, %n Dateien, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Configuration: %1, pipeline: %2</source>
        <translation>Konfiguration: %1, Pipeline: %2</translation>
    </message>
    <message>
        <source>Change: %1 = %2</source>
        <translation>Änderung: %1 = %2</translation>
    </message>
    <message>
        <source>MLflow: %1, experiment: %2</source>
        <translation>MLflow: %1, Experiment: %2</translation>
    </message>
    <message>
        <source>MLflow: as the configuration says</source>
        <translation>MLflow: wie in der Konfiguration</translation>
    </message>
    <message>
        <source>Driver: %1 CPUs, %2 GPUs, %3</source>
        <translation>Hauptprogramm: %1 CPUs, %2 GPUs, %3</translation>
    </message>
    <message>
        <source>Driver: on the head</source>
        <translation>Hauptprogramm: auf dem Head</translation>
    </message>
    <message>
        <source>Missing on this computer: %1.</source>
        <translation>Fehlt auf diesem Computer: %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobRunLink</name>
    <message>
        <source>This job was sent without an MLflow address and experiment.</source>
        <translation>Dieser Job wurde ohne Adresse und Experiment von MLflow gesendet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobSpec</name>
    <message>
        <source>The command is empty.</source>
        <translation>Der Befehl ist leer.</translation>
    </message>
    <message>
        <source>The command must be one line.</source>
        <translation>Der Befehl muss eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>The command holds a password. Everyone who may look at the cluster could read it. Remove it: the job reads the account from the cluster.</source>
        <translation>Der Befehl enthält ein Passwort. Alle, die den Cluster ansehen dürfen, könnten es lesen. Entfernen Sie es: Der Job liest das Konto aus dem Cluster.</translation>
    </message>
    <message>
        <source>Choose the folder that is sent with the job.</source>
        <translation>Wählen Sie den Ordner, der mit dem Job gesendet wird.</translation>
    </message>
    <message>
        <source>Choose a configuration.</source>
        <translation>Wählen Sie eine Konfiguration.</translation>
    </message>
    <message>
        <source>Choose a pipeline.</source>
        <translation>Wählen Sie eine Pipeline.</translation>
    </message>
    <message>
        <source>A job cannot ask for less than nothing.</source>
        <translation>Ein Job kann nicht weniger als nichts anfordern.</translation>
    </message>
    <message>
        <source>The job&apos;s name for Ray may hold letters, digits, _ and - only.</source>
        <translation>Der Name des Jobs für Ray darf nur Buchstaben, Ziffern, _ und - enthalten.</translation>
    </message>
    <message>
        <source>The kept job cannot be read: it has no folder.</source>
        <translation>Der aufbewahrte Job kann nicht gelesen werden: Er hat keinen Ordner.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobView</name>
    <message>
        <source>Open the run in MLflow</source>
        <translation>Lauf in MLflow öffnen</translation>
    </message>
    <message>
        <source>What was submitted</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>The same job in today&apos;s words. Rayhelm sent the request itself.</source>
        <translation>Derselbe Job in heutigen Worten. Rayhelm hat die Anfrage selbst gesendet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sent by another program: its log can be read there.</source>
        <translation>Von einem anderen Programm gesendet: Sein Log kann dort gelesen werden.</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Log von %1</translation>
    </message>
    <message>
        <source>Nothing written yet: the job waits to start.</source>
        <translation>Noch nichts geschrieben: Der Job wartet auf den Start.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Job %1 failed after %2.</source>
        <translation>Job %1 ist fehlgeschlagen (Dauer: %2).</translation>
    </message>
    <message>
        <source>Job %1 failed.</source>
        <translation>Job %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Read the marked line.</source>
        <translation>Lesen Sie die markierte Zeile.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zur Zeile</translation>
    </message>
    <message>
        <source>Submit again...</source>
        <translation>Noch einmal senden...</translation>
    </message>
    <message>
        <source>Sent by another program.</source>
        <translation>Von einem anderen Programm gesendet.</translation>
    </message>
    <message>
        <source>Opens the page of this job&apos;s run in your browser.</source>
        <translation>Öffnet die Seite des Laufs dieses Jobs in Ihrem Browser.</translation>
    </message>
    <message>
        <source>The program ended with an error.</source>
        <translation>Das Programm endete mit einem Fehler.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Run name</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobWhatPage</name>
    <message>
        <source>What to run</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>&amp;Folder with your code</source>
        <translation>&amp;Ordner mit Ihrem Code</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Configuration</source>
        <translation>&amp;Konfiguration</translation>
    </message>
    <message>
        <source>What to run (pipeline)</source>
        <translation>Was ausgeführt wird (Pipeline)</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Änderung hinzufügen</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>Durchsuchen...</translation>
    </message>
    <message>
        <source>Chooses the folder.</source>
        <translation>Wählt den Ordner.</translation>
    </message>
    <message>
        <source>Everything in it that is not left out is sent with the job.</source>
        <translation>Alles darin, was nicht ausgelassen wird, wird mit dem Job gesendet.</translation>
    </message>
    <message>
        <source>Shows why files are no configuration.</source>
        <translation>Zeigt, warum Dateien keine Konfiguration sind.</translation>
    </message>
    <message>
        <source>Files that are no configuration, and why</source>
        <translation>Dateien, die keine Konfiguration sind, und warum</translation>
    </message>
    <message>
        <source>C&amp;hanges for this job</source>
        <translation>Änderun&amp;gen für diesen Job</translation>
    </message>
    <message>
        <source>Changes for this job</source>
        <translation>Änderungen für diesen Job</translation>
    </message>
    <message>
        <source>F2 or typing edits the last column; Delete takes a change back.</source>
        <translation>F2 oder Tippen bearbeitet die letzte Spalte; Entf nimmt eine Änderung zurück.</translation>
    </message>
    <message>
        <source>Adds a row for a setting that is not in the file.</source>
        <translation>Fügt eine Zeile für eine Einstellung hinzu, die nicht in der Datei steht.</translation>
    </message>
    <message>
        <source>Folder with your code</source>
        <translation>Ordner mit Ihrem Code</translation>
    </message>
    <message>
        <source>%1 does not exist any more.</source>
        <translation>%1 existiert nicht mehr.</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Noch ist kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>Reading the folder...</source>
        <translation>Der Ordner wird gelesen...</translation>
    </message>
    <message numerus="yes">
        <source>No pipeline found in %1. Looked at %n .yaml file(s).</source>
        <translation>
            <numerusform>In %1 wurde keine Pipeline gefunden. %n .yaml-Datei wurde angesehen.</numerusform>
            <numerusform>In %1 wurde keine Pipeline gefunden. %n .yaml-Dateien wurden angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found %n configuration(s).</source>
        <translation>
            <numerusform>%n Konfiguration gefunden.</numerusform>
            <numerusform>%n Konfigurationen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Its steps: %1</source>
        <translation>Ihre Schritte: %1</translation>
    </message>
    <message>
        <source>Choose a configuration first.</source>
        <translation>Wählen Sie zuerst eine Konfiguration.</translation>
    </message>
    <message>
        <source>Which of the configurations in the folder the job runs.</source>
        <translation>Welche der Konfigurationen im Ordner der Job ausführt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobWizard</name>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
</context>
<context>
    <name>rayhelm::JobWizardPage</name>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Goes to the next page once this one is complete.</source>
        <translation>Geht zur nächsten Seite, sobald diese vollständig ist.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Goes to the page before.</source>
        <translation>Geht zur Seite davor.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Jumps to the last page once all pages are complete.</source>
        <translation>Springt zur letzten Seite, sobald alle Seiten vollständig sind.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sends the job.</source>
        <translation>Sendet den Job.</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>Leaves; the answers stay.</source>
        <translation>Verlässt die Seiten; die Angaben bleiben.</translation>
    </message>
    <message>
        <source>See the cluster</source>
        <translation>Cluster ansehen</translation>
    </message>
    <message>
        <source>Shows why the cluster cannot take a job now.</source>
        <translation>Zeigt, warum der Cluster jetzt keinen Job annehmen kann.</translation>
    </message>
    <message>
        <source>Pages of the job</source>
        <translation>Seiten des Jobs</translation>
    </message>
    <message>
        <source>Choosing a page goes there, as far as the pages before it are complete.</source>
        <translation>Wer eine Seite wählt, gelangt dorthin, soweit die Seiten davor vollständig sind.</translation>
    </message>
    <message>
        <source>New job: %1 of %2, %3</source>
        <translation>Neuer Job: %1 von %2, %3</translation>
    </message>
    <message>
        <source>A job is being sent.</source>
        <translation>Ein Job wird gesendet.</translation>
    </message>
    <message>
        <source>This is the first page.</source>
        <translation>Das ist die erste Seite.</translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation>%1, vollständig</translation>
    </message>
    <message>
        <source>%1, not complete</source>
        <translation>%1, nicht vollständig</translation>
    </message>
</context>
<context>
    <name>rayhelm::KeychainSecretStore</name>
    <message>
        <source>The keychain of this computer cannot be used now. Passwords can be kept until you quit.</source>
        <translation>Der Schlüsselbund dieses Computers kann jetzt nicht verwendet werden. Passwörter können bis zum Beenden aufbewahrt werden.</translation>
    </message>
    <message>
        <source>An earlier request still waits for the keychain.</source>
        <translation>Eine frühere Anfrage wartet noch auf den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain did not remove the entry. The password in it was overwritten and is not used again.</source>
        <translation>Der Schlüsselbund hat den Eintrag nicht entfernt. Das Passwort darin wurde überschrieben und wird nicht wieder verwendet.</translation>
    </message>
    <message>
        <source>The password could not be removed from the keychain, which may be locked. It is not used again.</source>
        <translation>Das Passwort konnte nicht aus dem Schlüsselbund entfernt werden, der vielleicht gesperrt ist. Es wird nicht wieder verwendet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::KnownHosts</name>
    <message>
        <source>The old identity of %1 could not be forgotten.</source>
        <translation>Die alte Identität von %1 konnte nicht vergessen werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Kubectl</name>
    <message>
        <source>Kubernetes could not be read on the VM.</source>
        <translation>Kubernetes konnte auf der VM nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The answer of Kubernetes could not be understood.</source>
        <translation>Die Antwort von Kubernetes war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The answer of Kubernetes is too long to be read.</source>
        <translation>Die Antwort von Kubernetes ist zu lang, um gelesen zu werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::LeftState</name>
    <message>
        <source>An earlier helm run of %1 is still going.</source>
        <translation>Ein früherer Lauf von helm für %1 ist noch im Gange.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis er beendet ist.</translation>
    </message>
    <message>
        <source>An earlier install was cut off. Helm left a lock at %1; no helm runs now.</source>
        <translation>Eine frühere Installation wurde abgebrochen. Helm hat um %1 eine Sperre hinterlassen; jetzt läuft kein helm.</translation>
    </message>
    <message>
        <source>Repair removes what was begun; then you can install again.</source>
        <translation>„Reparieren“ entfernt, was begonnen wurde; danach können Sie neu installieren.</translation>
    </message>
    <message>
        <source>An earlier change was cut off. Helm left a lock at %1; no helm runs now.</source>
        <translation>Eine frühere Änderung wurde abgebrochen. Helm hat um %1 eine Sperre hinterlassen; jetzt läuft kein helm.</translation>
    </message>
    <message>
        <source>Repair brings back the last good state (revision %1).</source>
        <translation>„Reparieren“ stellt den letzten guten Zustand wieder her (Revision %1).</translation>
    </message>
    <message>
        <source>An earlier deletion was cut off at %1; no helm runs now.</source>
        <translation>Ein früheres Löschen wurde um %1 abgebrochen; jetzt läuft kein helm.</translation>
    </message>
    <message>
        <source>Repair deletes it once more.</source>
        <translation>„Reparieren“ löscht noch einmal.</translation>
    </message>
    <message>
        <source>The lock is still there.</source>
        <translation>Die Sperre besteht noch.</translation>
    </message>
    <message>
        <source>Look what was left</source>
        <translation>Nachsehen, was zurückblieb</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Check the result</source>
        <translation>Ergebnis prüfen</translation>
    </message>
</context>
<context>
    <name>rayhelm::Lifecycle</name>
    <message>
        <source>Another Rayhelm window uses this data folder. Repair the cluster there.</source>
        <translation>Ein anderes Rayhelm-Fenster benutzt diesen Datenordner. Reparieren Sie den Cluster dort.</translation>
    </message>
    <message>
        <source>The configuration was changed since it was reviewed. Look at the review again.</source>
        <translation>Die Konfiguration wurde seit der Prüfung geändert. Sehen Sie die Prüfung noch einmal an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::LocalFolder</name>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder holds too many files named %1.</source>
        <translation>Der Ordner enthält zu viele Dateien mit dem Namen %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::LogPane</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Fold progress bars</source>
        <translation>Fortschrittsbalken falten</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Save log...</source>
        <translation>Log speichern...</translation>
    </message>
    <message>
        <source>Keeps the end of the log in sight.</source>
        <translation>Hält das Ende des Logs im Blick.</translation>
    </message>
    <message>
        <source>Stops moving the log; new lines are counted. Ctrl+Space</source>
        <translation>Hält das Log an; neue Zeilen werden gezählt. Strg+Leertaste</translation>
    </message>
    <message>
        <source>Pause or go on (Ctrl+Space)</source>
        <translation>Anhalten oder weiter (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Shows the updates of a progress bar as one line.</source>
        <translation>Zeigt die Aktualisierungen eines Fortschrittsbalkens als eine Zeile.</translation>
    </message>
    <message>
        <source>Breaks long lines at the edge of the view.</source>
        <translation>Bricht lange Zeilen am Rand der Ansicht um.</translation>
    </message>
    <message>
        <source>Writes the lines of this log to a file.</source>
        <translation>Schreibt die Zeilen dieses Logs in eine Datei.</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Return goes to the next line that contains the text, Shift+Return to the one before.</source>
        <translation>Eingabe geht zur nächsten Zeile, die den Text enthält, Umschalt+Eingabe zur vorigen.</translation>
    </message>
    <message>
        <source>Goes to the line before that contains the text.</source>
        <translation>Geht zur vorigen Zeile, die den Text enthält.</translation>
    </message>
    <message>
        <source>Goes to the next line that contains the text. F3</source>
        <translation>Geht zur nächsten Zeile, die den Text enthält. F3</translation>
    </message>
    <message>
        <source>Go to end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Shows the newest line and follows again. End</source>
        <translation>Zeigt die neueste Zeile und folgt wieder. Ende</translation>
    </message>
    <message>
        <source>Up and Down go through the lines, End follows the newest one.</source>
        <translation>Pfeil auf und Pfeil ab gehen durch die Zeilen, Ende folgt der neuesten.</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>Es gibt noch nichts zu speichern.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n new line(s).</source>
        <translation>
            <numerusform>Angehalten: %n neue Zeile.</numerusform>
            <numerusform>Angehalten: %n neue Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Keine Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Log speichern</translation>
    </message>
    <message>
        <source>The log could not be saved: %1</source>
        <translation>Das Log konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::LogView</name>
    <message numerus="yes">
        <source>(folded, %n updates)</source>
        <translation>
            <numerusform>(gefaltet, %n Aktualisierung)</numerusform>
            <numerusform>(gefaltet, %n Aktualisierungen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::LoginAnswers</name>
    <message>
        <source>The fingerprint does not match the machine&apos;s. Nothing was sent to it.</source>
        <translation>Der Fingerabdruck stimmt nicht mit dem der Maschine überein. Nichts wurde an sie gesendet.</translation>
    </message>
    <message>
        <source>The login to %1 needs your answer. Try again while you are here.</source>
        <translation>Die Anmeldung an %1 braucht Ihre Antwort. Versuchen Sie es noch einmal, wenn Sie da sind.</translation>
    </message>
</context>
<context>
    <name>rayhelm::LongTextInput</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Edit the script</source>
        <translation>Skript bearbeiten</translation>
    </message>
    <message>
        <source>Unlocks the script. Older gateways start the job as an argument of its last line, unless that ends with a line end: keep its end as it is.</source>
        <translation>Entsperrt das Skript. Ältere Gateways starten den Job als Argument der letzten Zeile, wenn diese nicht mit einem Zeilenende schließt: Lassen Sie das Ende, wie es ist.</translation>
    </message>
</context>
<context>
    <name>rayhelm::MainMenu</name>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Rayhelm</source>
        <translation>&amp;Über Rayhelm</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Co&amp;nnections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>There is nothing to search in this panel.</source>
        <translation>In diesem Bereich gibt es nichts zu durchsuchen.</translation>
    </message>
    <message>
        <source>The focus is not in a text.</source>
        <translation>Der Fokus ist nicht in einem Text.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>%1	Ctrl+%2</source>
        <translation>%1	Strg+%2</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Prepare image...</source>
        <translation>Image &amp;vorbereiten...</translation>
    </message>
    <message>
        <source>&amp;Accounts and passwords...</source>
        <translation>&amp;Konten und Passwörter...</translation>
    </message>
    <message>
        <source>&amp;New connection</source>
        <translation>&amp;Neue Verbindung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rayhelm::MainWindow</name>
    <message>
        <source>Rayhelm</source>
        <translation>Rayhelm</translation>
    </message>
    <message>
        <source>Practice - Rayhelm</source>
        <translation>Übung - Rayhelm</translation>
    </message>
    <message>
        <source>%1 - Rayhelm</source>
        <translation>%1 - Rayhelm</translation>
    </message>
    <message>
        <source>Quitting Rayhelm does not end the cluster.</source>
        <translation>Rayhelm zu beenden beendet den Cluster nicht.</translation>
    </message>
    <message>
        <source>Quit and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>Delete cluster...</source>
        <translation>Cluster löschen...</translation>
    </message>
    <message>
        <source>Another Rayhelm uses these data and does not answer.</source>
        <translation>Ein anderes Rayhelm verwendet diese Daten und antwortet nicht.</translation>
    </message>
    <message>
        <source>This window shows them. What you change here is not kept, and nothing can be installed, deleted or submitted from here.</source>
        <translation>Dieses Fenster zeigt sie nur. Was Sie hier ändern, wird nicht aufbewahrt, und von hier kann nichts installiert, gelöscht oder abgeschickt werden.</translation>
    </message>
    <message>
        <source>What you type now is not kept if Rayhelm ends. It is stored as soon as that works again.</source>
        <translation>Was Sie jetzt tippen, bleibt nicht erhalten, wenn Rayhelm endet. Es wird gespeichert, sobald das wieder geht.</translation>
    </message>
</context>
<context>
    <name>rayhelm::MemorySecretStore</name>
    <message>
        <source>Passwords cannot be kept now.</source>
        <translation>Passwörter können jetzt nicht aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Message</name>
    <message>
        <source>The operation was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::MessageBar</name>
    <message>
        <source>Previous message</source>
        <translation>Vorige Meldung</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Meldung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>rayhelm::MlflowAccount</name>
    <message>
        <source>The MLflow user name is empty.</source>
        <translation>Der MLflow-Benutzername ist leer.</translation>
    </message>
    <message>
        <source>The MLflow password is empty.</source>
        <translation>Das MLflow-Passwort ist leer.</translation>
    </message>
    <message>
        <source>MLflow&apos;s file cannot hold this user name: it begins or ends with a blank, or has a line break.</source>
        <translation>Die Datei von MLflow kann diesen Benutzernamen nicht aufnehmen: Er beginnt oder endet mit einem Leerzeichen oder enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>MLflow&apos;s file cannot hold this password: it begins or ends with a blank, or has a line break.</source>
        <translation>Die Datei von MLflow kann dieses Passwort nicht aufnehmen: Es beginnt oder endet mit einem Leerzeichen oder enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The tracking URI is empty.</source>
        <translation>Die Tracking-URI ist leer.</translation>
    </message>
    <message>
        <source>The tracking URI must begin with http:// or https://.</source>
        <translation>Die Tracking-URI muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>This is not an address: %1</source>
        <translation>Das ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>Leave user name and password out of the tracking URI; they have fields of their own.</source>
        <translation>Lassen Sie Benutzernamen und Passwort aus der Tracking-URI weg; sie haben eigene Felder.</translation>
    </message>
    <message>
        <source>The tracking URI must end before &quot;?&quot; and &quot;#&quot;. Copy the server&apos;s address, not a page&apos;s.</source>
        <translation>Die Tracking-URI muss vor „?“ und „#“ enden. Kopieren Sie die Adresse des Servers, nicht die einer Seite.</translation>
    </message>
</context>
<context>
    <name>rayhelm::MlflowAnswers</name>
    <message>
        <source>The MLflow server does not know itself by the name %1. Your account is not the reason. Ask its operator to allow this name (MLFLOW_SERVER_ALLOWED_HOSTS).</source>
        <translation>Der MLflow-Server kennt sich selbst nicht unter dem Namen %1. An Ihrem Konto liegt es nicht. Bitten Sie seinen Betreiber, diesen Namen zu erlauben (MLFLOW_SERVER_ALLOWED_HOSTS).</translation>
    </message>
    <message>
        <source>%1 points to another address: %2. Enter that address if you trust it.</source>
        <translation>%1 verweist auf eine andere Adresse: %2. Geben Sie diese ein, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>MLflow did not accept this: %1</source>
        <translation>MLflow hat das nicht angenommen: %1</translation>
    </message>
    <message>
        <source>MLflow at %1 did not accept the user name or the password.</source>
        <translation>MLflow auf %1 hat den Benutzernamen oder das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>This MLflow account may not do this.</source>
        <translation>Dieses MLflow-Konto darf das nicht.</translation>
    </message>
    <message>
        <source>There is no MLflow server at this address. Check its path.</source>
        <translation>Unter dieser Adresse gibt es keinen MLflow-Server. Prüfen Sie ihren Pfad.</translation>
    </message>
    <message>
        <source>MLflow does not know this: %1</source>
        <translation>MLflow kennt das nicht: %1</translation>
    </message>
    <message>
        <source>%1 answers, but MLflow behind it does not.</source>
        <translation>%1 antwortet, aber MLflow dahinter nicht.</translation>
    </message>
    <message>
        <source>MLflow reported an error: %1</source>
        <translation>MLflow meldete einen Fehler: %1</translation>
    </message>
    <message>
        <source>MLflow&apos;s answer could not be understood.</source>
        <translation>Die Antwort von MLflow war nicht zu verstehen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Names</name>
    <message>
        <source>A Kubernetes identity has only letters, digits and hyphens.</source>
        <translation>Eine Kubernetes-Kennung hat nur Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>A submission id has letters, digits, underscores, dots and hyphens, at most 200 characters.</source>
        <translation>Eine Submission-ID hat Buchstaben, Ziffern, Unterstriche, Punkte und Bindestriche, höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>A Slurm job number has only digits.</source>
        <translation>Eine Slurm-Jobnummer hat nur Ziffern.</translation>
    </message>
    <message>
        <source>A tag has letters, digits, underscores, dots and hyphens, at most 128 characters.</source>
        <translation>Ein Tag hat Buchstaben, Ziffern, Unterstriche, Punkte und Bindestriche, höchstens 128 Zeichen.</translation>
    </message>
    <message>
        <source>The name must consist of lower-case letters, digits and hyphens and begin and end with a letter or digit, at most 63 characters.</source>
        <translation>Der Name muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen und mit einem Buchstaben oder einer Ziffer beginnen und enden, höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>The name must consist of lower-case letters, digits, hyphens and dots and begin and end with a letter or digit, at most 53 characters.</source>
        <translation>Der Name muss aus Kleinbuchstaben, Ziffern, Bindestrichen und Punkten bestehen und mit einem Buchstaben oder einer Ziffer beginnen und enden, höchstens 53 Zeichen.</translation>
    </message>
    <message>
        <source>The name must consist of lower-case letters, digits, hyphens and dots and begin and end with a letter or digit, at most 253 characters.</source>
        <translation>Der Name muss aus Kleinbuchstaben, Ziffern, Bindestrichen und Punkten bestehen und mit einem Buchstaben oder einer Ziffer beginnen und enden, höchstens 253 Zeichen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::OwnFolder</name>
    <message>
        <source>The folder ~/.rayhelm on %1 may be changed by others, so it is not used. Remove it, or make it your own with “chmod -R go= ~/.rayhelm”.</source>
        <translation>Der Ordner ~/.rayhelm auf %1 kann von anderen geändert werden und wird deshalb nicht verwendet. Entfernen Sie ihn, oder machen Sie ihn mit „chmod -R go= ~/.rayhelm“ zu Ihrem eigenen.</translation>
    </message>
    <message>
        <source>The disk of %1 is full. Remove old files there, or ask the owner.</source>
        <translation>Die Festplatte von %1 ist voll. Entfernen Sie dort alte Dateien, oder fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>A file for the work could not be stored on %1.</source>
        <translation>Eine Datei für die Arbeit konnte auf %1 nicht abgelegt werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Packing</name>
    <message>
        <source>The files could not be packed.</source>
        <translation>Die Dateien konnten nicht gepackt werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Panel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Leaves this page. What you entered stays. Alt+Left</source>
        <translation>Verlässt diese Seite. Was Sie eingegeben haben, bleibt. Alt+Links</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>as of %1 (%2 ago)</source>
        <translation>Stand %1 (%2 alt)</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>rayhelm::PanelSet</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>rayhelm::PodLog</name>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::PodState</name>
    <message>
        <source>Slurm says that its job has ended; Kubernetes has not noticed it yet.</source>
        <translation>Slurm sagt, dass sein Job geendet hat; Kubernetes hat es noch nicht bemerkt.</translation>
    </message>
    <message>
        <source>It ended, which a part of a running cluster never does by itself.</source>
        <translation>Er hat geendet, was ein Teil eines laufenden Clusters nie von selbst tut.</translation>
    </message>
    <message>
        <source>Kubernetes hands it over to the HPC; it has no Slurm job number yet.</source>
        <translation>Kubernetes übergibt ihn an das HPC-System; er hat noch keine Slurm-Jobnummer.</translation>
    </message>
    <message>
        <source>Slurm says &quot;%1&quot;: %2</source>
        <translation>Slurm sagt „%1“: %2</translation>
    </message>
    <message>
        <source>Slurm has not started it yet.</source>
        <translation>Slurm hat ihn noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Slurm has not started it yet (&quot;%1&quot;).</source>
        <translation>Slurm hat ihn noch nicht gestartet („%1“).</translation>
    </message>
    <message>
        <source>It still has no Slurm job number: the HPC probably refused it, and gave no reason.</source>
        <translation>Er hat immer noch keine Slurm-Jobnummer: Das HPC-System hat ihn wahrscheinlich abgelehnt, ohne einen Grund zu nennen.</translation>
    </message>
    <message>
        <source>Slurm has its job; whether it has started is not known from here.</source>
        <translation>Slurm hat seinen Job; ob er gestartet ist, ist von hier aus nicht bekannt.</translation>
    </message>
    <message>
        <source>Ray uses it already; Kubernetes has not noticed it yet.</source>
        <translation>Ray verwendet ihn schon; Kubernetes hat es noch nicht bemerkt.</translation>
    </message>
    <message>
        <source>Its job runs; Ray is still starting.</source>
        <translation>Sein Job läuft; Ray startet noch.</translation>
    </message>
    <message>
        <source>Its job runs and uses HPC hours, but Ray does not list it.</source>
        <translation>Sein Job läuft und verbraucht HPC-Stunden, aber Ray führt ihn nicht auf.</translation>
    </message>
    <message>
        <source>Its job runs and uses HPC hours while it waits for the head.</source>
        <translation>Sein Job läuft und verbraucht HPC-Stunden, während er auf den Head wartet.</translation>
    </message>
    <message>
        <source>Ray has just counted it, although the bridge to the HPC is down.</source>
        <translation>Ray hat ihn gerade gezählt, obwohl die Brücke zum HPC-System unterbrochen ist.</translation>
    </message>
    <message>
        <source>Kubernetes shows it running, but Ray does not count it: perhaps its Slurm job is gone.</source>
        <translation>Kubernetes zeigt ihn als laufend, aber Ray zählt ihn nicht: Vielleicht ist sein Slurm-Job weg.</translation>
    </message>
    <message>
        <source>It was asked to stop.</source>
        <translation>Er wurde gebeten, zu enden.</translation>
    </message>
    <message>
        <source>It was asked to stop more than 2 minutes ago, and the gateway does not confirm it.</source>
        <translation>Er wurde vor mehr als 2 Minuten gebeten, zu enden, und das Gateway bestätigt es nicht.</translation>
    </message>
    <message>
        <source>The bridge to the HPC is down; what its job does is not known.</source>
        <translation>Die Brücke zum HPC-System ist unterbrochen; was sein Job tut, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing was heard of it for more than 90 seconds.</source>
        <translation>Mehr als 90 Sekunden lang wurde nichts von ihm gehört.</translation>
    </message>
    <message>
        <source>Unknown, was %1</source>
        <translation>Unbekannt, war %1</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Wird übergeben</translation>
    </message>
    <message>
        <source>Probably refused</source>
        <translation>Wahrscheinlich abgelehnt</translation>
    </message>
    <message>
        <source>In the HPC queue</source>
        <translation>In der Warteschlange des HPC-Systems</translation>
    </message>
    <message>
        <source>Queued or starting on the HPC</source>
        <translation>Wartet oder startet auf dem HPC-System</translation>
    </message>
    <message>
        <source>In use by Ray, Kubernetes is late</source>
        <translation>Von Ray verwendet, Kubernetes hinkt nach</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Waits for the head</source>
        <translation>Wartet auf den Head</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>Ray does not answer</source>
        <translation>Ray antwortet nicht</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Zu früh beendet</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Stuck while being removed</source>
        <translation>Hängt beim Entfernen</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>Kontakt verloren</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>rayhelm::PortForward</name>
    <message>
        <source>The way to the service did not open in time. A firewall may be in between.</source>
        <translation>Der Weg zum Dienst öffnete sich nicht rechtzeitig. Vielleicht steht eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>%1 does not allow tunnels. Ask its owner to allow them (AllowTcpForwarding), or use an Ingress address.</source>
        <translation>%1 erlaubt keine Tunnel. Bitten Sie den Besitzer, sie zu erlauben (AllowTcpForwarding), oder verwenden Sie eine Ingress-Adresse.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2, as seen from %3.</source>
        <translation>Unter %1, Port %2, antwortet nichts, von %3 aus gesehen.</translation>
    </message>
    <message>
        <source>The way to %1 could not be opened on this computer.</source>
        <translation>Der Weg zu %1 konnte auf diesem Rechner nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::PracticeVm</name>
    <message>
        <source>The practice VM did not say how to reach it.</source>
        <translation>Die Übungs-VM hat nicht gesagt, wie sie zu erreichen ist.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Start the practice VM</source>
        <translation>Übungs-VM starten</translation>
    </message>
    <message>
        <source>Ask how to reach it</source>
        <translation>Fragen, wie sie zu erreichen ist</translation>
    </message>
    <message>
        <source>The practice VM did not start.</source>
        <translation>Die Übungs-VM ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The practice VM did not start. %1</source>
        <translation>Die Übungs-VM ist nicht gestartet. %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::Problem</name>
    <message>
        <source>The chart adds a colon and the tag: it would look for %1:%2. Put what follows the colon into the tag.</source>
        <translation>Das Chart fügt einen Doppelpunkt und das Tag an: Es würde %1:%2 suchen. Setzen Sie, was auf den Doppelpunkt folgt, in das Tag.</translation>
    </message>
    <message>
        <source>Split it</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>The chart adds a colon and the tag: it would look for %1:%2. Name the file &lt;name&gt;:&lt;tag&gt; on the HPC.</source>
        <translation>Das Chart fügt einen Doppelpunkt und das Tag an: Es würde %1:%2 suchen. Nennen Sie die Datei auf dem HPC-System &lt;Name&gt;:&lt;Tag&gt;.</translation>
    </message>
    <message>
        <source>&lt;tag&gt;</source>
        <translation>&lt;Tag&gt;</translation>
    </message>
    <message>
        <source>Helm reads the tag %1 as a number and may shorten it. Put it in quotes.</source>
        <translation>Helm liest das Tag %1 als Zahl und kürzt es vielleicht. Setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>In Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>The cluster&apos;s name %1 is too long: at most 41 characters, so that the head can be found by its name.</source>
        <translation>Der Name des Clusters %1 ist zu lang: höchstens 41 Zeichen, damit der Head über seinen Namen gefunden wird.</translation>
    </message>
    <message>
        <source>The cluster&apos;s name %1 may hold only small letters, digits and hyphens, and begins with a letter.</source>
        <translation>Der Name des Clusters %1 darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>There is no worker group; everything would run on the head.</source>
        <translation>Es gibt keine Worker-Gruppe; alles würde auf dem Head laufen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Profile</name>
    <message>
        <source>This file holds no connection profile.</source>
        <translation>Diese Datei enthält kein Verbindungsprofil.</translation>
    </message>
    <message>
        <source>The connection profile cannot be used: its &quot;%1&quot; is wrong. %2</source>
        <translation>Das Verbindungsprofil kann nicht verwendet werden: Sein „%1“ ist falsch. %2</translation>
    </message>
</context>
<context>
    <name>rayhelm::ProfileActions</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>Umbenennen...</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export without secrets...</source>
        <translation>Ohne Geheimnisse exportieren...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Name of this connection</source>
        <translation>Name dieser Verbindung</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Keep the name</source>
        <translation>Namen behalten</translation>
    </message>
    <message>
        <source>This connection has not been saved yet.</source>
        <translation>Diese Verbindung wurde noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Es gibt noch keine Adresse.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>Der Name ist leer.</translation>
    </message>
    <message>
        <source>Export the connection without secrets</source>
        <translation>Verbindung ohne Geheimnisse exportieren</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
</context>
<context>
    <name>rayhelm::ProfileChanges</name>
    <message>
        <source>Name of this connection</source>
        <translation>Name dieser Verbindung</translation>
    </message>
    <message>
        <source>Address of the VM</source>
        <translation>Adresse der VM</translation>
    </message>
    <message>
        <source>User on the VM</source>
        <translation>Benutzer auf der VM</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>Sprungrechner</translation>
    </message>
    <message>
        <source>Folder on the VM</source>
        <translation>Ordner auf der VM</translation>
    </message>
    <message>
        <source>Kubernetes namespace</source>
        <translation>Kubernetes-Namespace</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>Name des Clusters</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation>Chart-Version</translation>
    </message>
    <message>
        <source>Path of helm</source>
        <translation>Pfad von helm</translation>
    </message>
    <message>
        <source>Path of kubectl</source>
        <translation>Pfad von kubectl</translation>
    </message>
    <message>
        <source>kubeconfig file</source>
        <translation>kubeconfig-Datei</translation>
    </message>
    <message>
        <source>HPC login node</source>
        <translation>HPC-Anmeldeknoten</translation>
    </message>
    <message>
        <source>Key file for the HPC login node</source>
        <translation>Schlüsseldatei für den HPC-Anmeldeknoten</translation>
    </message>
    <message>
        <source>Folder of images on the HPC</source>
        <translation>Ordner für Images auf dem HPC-System</translation>
    </message>
    <message>
        <source>Values file</source>
        <translation>Values-Datei</translation>
    </message>
    <message>
        <source>Address of Ray</source>
        <translation>Adresse von Ray</translation>
    </message>
    <message>
        <source>User for Ray&apos;s address</source>
        <translation>Benutzer für die Adresse von Ray</translation>
    </message>
    <message>
        <source>MLflow server</source>
        <translation>MLflow-Server</translation>
    </message>
    <message>
        <source>MLflow user</source>
        <translation>MLflow-Benutzer</translation>
    </message>
    <message>
        <source>keys on this computer</source>
        <translation>Schlüssel auf diesem Rechner</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>eine Schlüsseldatei</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>ein Passwort</translation>
    </message>
    <message>
        <source>as root</source>
        <translation>als root</translation>
    </message>
    <message>
        <source>without root</source>
        <translation>ohne root</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Log in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; becomes &quot;%3&quot;.</source>
        <translation>%1: „%2“ wird zu „%3“.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ProfileCheck</name>
    <message>
        <source>This text is too long.</source>
        <translation>Dieser Text ist zu lang.</translation>
    </message>
    <message>
        <source>This must not begin with a hyphen.</source>
        <translation>Das darf nicht mit einem Bindestrich beginnen.</translation>
    </message>
    <message>
        <source>This text contains an invisible character. Type it anew.</source>
        <translation>Dieser Text enthält ein unsichtbares Zeichen. Tippen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Give the chart as repository/name, for example kuberay/ray-cluster, or its full address.</source>
        <translation>Geben Sie das Chart als Repository/Name an, zum Beispiel kuberay/ray-cluster, oder seine volle Adresse.</translation>
    </message>
    <message>
        <source>Give a version such as 1.2.2.</source>
        <translation>Geben Sie eine Version wie 1.2.2 an.</translation>
    </message>
    <message>
        <source>Give the whole path, beginning with /.</source>
        <translation>Geben Sie den ganzen Pfad an, beginnend mit /.</translation>
    </message>
    <message>
        <source>Give a web address such as https://ray.example.org.</source>
        <translation>Geben Sie eine Webadresse wie https://ray.example.org an.</translation>
    </message>
    <message>
        <source>Give the user in its own field, not in the address.</source>
        <translation>Geben Sie den Benutzer in seinem eigenen Feld an, nicht in der Adresse.</translation>
    </message>
    <message>
        <source>Give the cluster a name.</source>
        <translation>Geben Sie dem Cluster einen Namen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ProfileStore</name>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be read.</source>
        <translation>Die Datei %1 konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ProfileWords</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Practice, %1</source>
        <translation>Übung, %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::PullImage</name>
    <message>
        <source>singularity was not found on the HPC login node.</source>
        <translation>singularity wurde auf dem HPC-Anmeldeknoten nicht gefunden.</translation>
    </message>
    <message>
        <source>The image could not be downloaded.</source>
        <translation>Das Image konnte nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist on the HPC.</source>
        <translation>Der Ordner %1 existiert auf dem HPC-System nicht.</translation>
    </message>
    <message>
        <source>You may not write into the folder %1 on the HPC.</source>
        <translation>Sie dürfen auf dem HPC-System nicht in den Ordner %1 schreiben.</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>The folder %1 has only %2 left; the image needs about %3 while it is made.</source>
        <translation>Im Ordner %1 sind nur noch %2 frei; das Image braucht etwa %3, während es entsteht.</translation>
    </message>
    <message>
        <source>%1 exists. Clusters that run from it may break.</source>
        <translation>%1 existiert. Cluster, die damit laufen, können kaputtgehen.</translation>
    </message>
    <message>
        <source>Stopped. The unfinished file was removed.</source>
        <translation>Gestoppt. Die unfertige Datei wurde entfernt.</translation>
    </message>
    <message>
        <source>The HPC login node could not be asked to stop the download.</source>
        <translation>Der HPC-Anmeldeknoten konnte nicht gebeten werden, das Herunterladen zu stoppen.</translation>
    </message>
    <message>
        <source>The download was ended from outside.</source>
        <translation>Das Herunterladen wurde von außen beendet.</translation>
    </message>
    <message>
        <source>The HPC login node is not connected.</source>
        <translation>Der HPC-Anmeldeknoten ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The download ended, but %1 cannot be read.</source>
        <translation>Das Herunterladen ist beendet, aber %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 existiert nicht</translation>
    </message>
    <message>
        <source>%1 exists, but you may not read it</source>
        <translation>%1 existiert, aber Sie dürfen es nicht lesen</translation>
    </message>
    <message>
        <source>%1, %2, %3 old, readable</source>
        <translation>%1, %2, %3 alt, lesbar</translation>
    </message>
    <message>
        <source>%1, %2, %3 old, readable, but it does not look like an image</source>
        <translation>%1, %2, %3 alt, lesbar, sieht aber nicht wie ein Image aus</translation>
    </message>
    <message>
        <source>Log in to the HPC</source>
        <translation>Am HPC-System anmelden</translation>
    </message>
    <message>
        <source>Check free space</source>
        <translation>Freien Platz prüfen</translation>
    </message>
    <message>
        <source>Download and convert</source>
        <translation>Herunterladen und umwandeln</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>The folder must begin with &quot;/&quot;.</source>
        <translation>Der Ordner muss mit „/“ beginnen.</translation>
    </message>
    <message>
        <source>The folder must not contain &quot;:&quot;: it separates name and tag.</source>
        <translation>Der Ordner darf kein „:“ enthalten: Es trennt Name und Tag.</translation>
    </message>
    <message>
        <source>Name and tag of the file may hold letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;.</source>
        <translation>Name und Tag der Datei dürfen Buchstaben, Ziffern, „.“, „_“ und „-“ enthalten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of an image.</source>
        <translation>„%1“ ist kein Name eines Images.</translation>
    </message>
    <message>
        <source>The file could not be looked at on the HPC.</source>
        <translation>Die Datei konnte auf dem HPC-System nicht angesehen werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::QuantityInput</name>
    <message>
        <source>Give an amount such as 128 GB or 16 GiB.</source>
        <translation>Geben Sie eine Menge wie 128 GB oder 16 GiB an.</translation>
    </message>
    <message>
        <source>Give a number such as 64 or 0.5.</source>
        <translation>Geben Sie eine Zahl wie 64 oder 0.5 an.</translation>
    </message>
</context>
<context>
    <name>rayhelm::QuestionCard</name>
    <message>
        <source>%1 asks for your password.</source>
        <translation>%1 fragt nach Ihrem Passwort.</translation>
    </message>
    <message>
        <source>%1 asks for your verification code.</source>
        <translation>%1 fragt nach Ihrem Bestätigungscode.</translation>
    </message>
    <message>
        <source>The key %1 asks for its passphrase.</source>
        <translation>Der Schlüssel %1 fragt nach seiner Passphrase.</translation>
    </message>
    <message>
        <source>%1 asks for your sudo password.</source>
        <translation>%1 fragt nach Ihrem sudo-Passwort.</translation>
    </message>
    <message>
        <source>This is the first contact with %1. Compare its fingerprint.</source>
        <translation>Das ist der erste Kontakt mit %1. Vergleichen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>%1 has changed its identity.</source>
        <translation>%1 hat seine Identität geändert.</translation>
    </message>
    <message>
        <source>The server says: &quot;%1&quot;</source>
        <translation>Der Server sagt: „%1“</translation>
    </message>
</context>
<context>
    <name>rayhelm::RayAddress</name>
    <message>
        <source>The address of Ray is empty.</source>
        <translation>Die Adresse von Ray ist leer.</translation>
    </message>
    <message>
        <source>An address with ray:// cannot take jobs. Give the dashboard&apos;s address, which begins with http:// or https://.</source>
        <translation>Eine Adresse mit ray:// kann keine Jobs annehmen. Geben Sie die Adresse des Dashboards an, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>The address of Ray must begin with http:// or https://.</source>
        <translation>Die Adresse von Ray muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>This is not an address: %1</source>
        <translation>Das ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address; they have fields of their own.</source>
        <translation>Lassen Sie Benutzernamen und Passwort aus der Adresse weg; sie haben eigene Felder.</translation>
    </message>
    <message>
        <source>The address of Ray must end before &quot;?&quot; and &quot;#&quot;.</source>
        <translation>Die Adresse von Ray muss vor „?“ und „#“ enden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RayAnswers</name>
    <message>
        <source>Ray&apos;s answer could not be understood.</source>
        <translation>Die Antwort von Ray war nicht zu verstehen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RayClient</name>
    <message>
        <source>The way to Ray is closed.</source>
        <translation>Der Weg zu Ray ist geschlossen.</translation>
    </message>
    <message>
        <source>The way to Ray has changed.</source>
        <translation>Der Weg zu Ray hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RayErrors</name>
    <message>
        <source>This Ray cluster asks for a token. Use the tunnel to a cluster without token mode.</source>
        <translation>Dieser Ray-Cluster verlangt ein Token. Verwenden Sie den Tunnel zu einem Cluster ohne Token-Betrieb.</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password.</source>
        <translation>%1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>%1 did not accept the user name or the password.</source>
        <translation>%1 hat den Benutzernamen oder das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>The proxy at %1 lets no files of this size through; its limit is often 1 MB. Use the tunnel, or ask the proxy&apos;s operator to raise the limit.</source>
        <translation>Der Proxy auf %1 lässt keine Dateien dieser Größe durch; seine Grenze ist oft 1 MB. Verwenden Sie den Tunnel, oder bitten Sie den Betreiber des Proxys, die Grenze zu erhöhen.</translation>
    </message>
    <message>
        <source>The files are larger than the 100 MiB that Ray accepts. Leave out what the job does not need.</source>
        <translation>Die Dateien sind größer als die 100 MiB, die Ray annimmt. Lassen Sie aus, was der Job nicht braucht.</translation>
    </message>
    <message>
        <source>There is no Ray dashboard at this address. Check its path.</source>
        <translation>Unter dieser Adresse gibt es kein Ray-Dashboard. Prüfen Sie ihren Pfad.</translation>
    </message>
    <message>
        <source>Ray does not know this: %1</source>
        <translation>Ray kennt das nicht: %1</translation>
    </message>
    <message>
        <source>Ray already has a job with this name.</source>
        <translation>Ray hat schon einen Job mit diesem Namen.</translation>
    </message>
    <message>
        <source>The job has not ended yet. Stop it first.</source>
        <translation>Der Job ist noch nicht beendet. Stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Ray has no node ready to start the job. Try again when the cluster is usable.</source>
        <translation>Ray hat keinen Knoten bereit, um den Job zu starten. Versuchen Sie es noch einmal, wenn der Cluster nutzbar ist.</translation>
    </message>
    <message>
        <source>Ray reported an error without a text.</source>
        <translation>Ray meldete einen Fehler ohne Text.</translation>
    </message>
    <message>
        <source>Ray reported an error: %1</source>
        <translation>Ray meldete einen Fehler: %1</translation>
    </message>
    <message>
        <source>Ray did not accept the request: %1</source>
        <translation>Ray hat die Anfrage nicht angenommen: %1</translation>
    </message>
    <message>
        <source>%1 does not allow this.</source>
        <translation>%1 erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Ray took the request for one of a web browser and refused it. Does a proxy change the request?</source>
        <translation>Ray hielt die Anfrage für die eines Webbrowsers und lehnte sie ab. Ändert ein Proxy die Anfrage?</translation>
    </message>
    <message>
        <source>%1 answers, but Ray behind it does not.</source>
        <translation>%1 antwortet, aber Ray dahinter nicht.</translation>
    </message>
    <message>
        <source>%1 points to another address: %2. Enter that address if you trust it.</source>
        <translation>%1 verweist auf eine andere Adresse: %2. Geben Sie diese ein, wenn Sie ihr vertrauen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RayLink</name>
    <message>
        <source>There is no way to Ray now.</source>
        <translation>Es gibt jetzt keinen Weg zu Ray.</translation>
    </message>
    <message>
        <source>The way to Ray has changed.</source>
        <translation>Der Weg zu Ray hat sich geändert.</translation>
    </message>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
    <message>
        <source>The cluster has no head pod with an address yet.</source>
        <translation>Der Cluster hat noch keinen Head-Pod mit einer Adresse.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ReleaseGuard</name>
    <message>
        <source>The answer of Kubernetes could not be understood.</source>
        <translation>Die Antwort von Kubernetes war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>an unknown owner</source>
        <translation>ein unbekannter Besitzer</translation>
    </message>
    <message>
        <source>some time</source>
        <translation>einige Zeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to someone else. Installed %2 ago by %3. Installing would change their cluster. Choose another name.</source>
        <translation>„%1“ gehört jemand anderem: Installiert von %3, das ist %2 her. Eine Installation würde diesen Cluster ändern. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RemoteHost</name>
    <message>
        <source>the chart repository is missing</source>
        <translation>das Chart-Repository fehlt</translation>
    </message>
    <message>
        <source>helm %1</source>
        <translation>helm %1</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>HPC gateway %1</source>
        <translation>HPC-Gateway %1</translation>
    </message>
    <message>
        <source>no HPC gateway</source>
        <translation>kein HPC-Gateway</translation>
    </message>
    <message>
        <source>the HPC gateway is down</source>
        <translation>das HPC-Gateway ist unterbrochen</translation>
    </message>
    <message>
        <source>No HPC gateway (virtual node) was found on %1. Pods would stay on the machine itself. Ask the owner whether interLink is installed.</source>
        <translation>Auf %1 wurde kein HPC-Gateway (virtueller Knoten) gefunden. Pods blieben auf der Maschine selbst. Fragen Sie den Besitzer, ob interLink installiert ist.</translation>
    </message>
    <message>
        <source>The bridge to the HPC is down on %1. Nothing new can start or stop; running jobs may go on. Wait, or tell its operator.</source>
        <translation>Die Brücke zum HPC-System ist auf %1 unterbrochen. Nichts Neues kann starten oder enden; laufende Jobs laufen vielleicht weiter. Warten Sie, oder sagen Sie dem Betreiber Bescheid.</translation>
    </message>
    <message>
        <source>KubeRay is not installed on %1. Clusters cannot be made there. Ask the owner to install the kuberay-operator chart.</source>
        <translation>KubeRay ist auf %1 nicht installiert. Cluster können dort nicht angelegt werden. Bitten Sie den Besitzer, das Chart kuberay-operator zu installieren.</translation>
    </message>
    <message>
        <source>Find helm and kubectl</source>
        <translation>helm und kubectl finden</translation>
    </message>
    <message>
        <source>Ask Kubernetes</source>
        <translation>Kubernetes fragen</translation>
    </message>
    <message>
        <source>Find KubeRay and the HPC gateway</source>
        <translation>KubeRay und das HPC-Gateway finden</translation>
    </message>
</context>
<context>
    <name>rayhelm::RemoteJob</name>
    <message>
        <source>This is not the number of a job.</source>
        <translation>Das ist keine Nummer eines Jobs.</translation>
    </message>
    <message>
        <source>The work could not be started on %1. Its disk may be full, or the home folder read-only.</source>
        <translation>Die Arbeit konnte auf %1 nicht gestartet werden. Vielleicht ist der Datenträger voll oder das Heimatverzeichnis schreibgeschützt.</translation>
    </message>
    <message>
        <source>The state of the work on %1 could not be read.</source>
        <translation>Der Zustand der Arbeit auf %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This work is no longer known on %1.</source>
        <translation>Diese Arbeit ist auf %1 nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The work on %1 could not be stopped.</source>
        <translation>Die Arbeit auf %1 konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>This work still runs on %1.</source>
        <translation>Diese Arbeit läuft noch auf %1.</translation>
    </message>
    <message>
        <source>The notes of the work on %1 could not be removed.</source>
        <translation>Die Notizen der Arbeit auf %1 konnten nicht entfernt werden.</translation>
    </message>
    <message>
        <source>There is no connection to %1. The work goes on there.</source>
        <translation>Es gibt keine Verbindung zu %1. Die Arbeit geht dort weiter.</translation>
    </message>
    <message>
        <source>The list of the work on %1 could not be read.</source>
        <translation>Die Liste der Arbeiten auf %1 konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ResourceSummary</name>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message numerus="yes">
        <source>%n head(s)</source>
        <translation>
            <numerusform>%n Head</numerusform>
            <numerusform>%n Heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n Worker</numerusform>
            <numerusform>%n Worker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>GPUs not stated</source>
        <translation>GPUs nicht angegeben</translation>
    </message>
    <message>
        <source>CPUs not stated</source>
        <translation>CPUs nicht angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 CPUs</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>time limit not stated</source>
        <translation>Zeitlimit nicht angegeben</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>GPU hours not known</source>
        <translation>GPU-Stunden nicht bekannt</translation>
    </message>
    <message>
        <source>at most %1 GPU hours</source>
        <translation>höchstens %1 GPU-Stunden</translation>
    </message>
    <message>
        <source>This asks the HPC for %1, %2: %3.</source>
        <translation>Damit wird vom HPC-System angefordert: %1, %2: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n GPU hour(s)</source>
        <translation>
            <numerusform>höchstens %n GPU-Stunde</numerusform>
            <numerusform>höchstens %n GPU-Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ReviewContent</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirkt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What changes against what runs now, and when each change takes effect.</source>
        <translation>Was sich gegenüber dem ändert, was jetzt läuft, und wann jede Änderung wirkt.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>what &amp;runs now</source>
        <translation>was jetzt &amp;läuft</translation>
    </message>
    <message>
        <source>the &amp;saved file</source>
        <translation>die &amp;gespeicherte Datei</translation>
    </message>
    <message>
        <source>what Rayhelm &amp;adds</source>
        <translation>was Rayhelm hin&amp;zufügt</translation>
    </message>
    <message>
        <source>Shows the difference to the values of the installed cluster.</source>
        <translation>Zeigt den Unterschied zu den Werten des installierten Clusters.</translation>
    </message>
    <message>
        <source>Shows the edits that are not saved yet.</source>
        <translation>Zeigt die Änderungen, die noch nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Shows the second values file that Rayhelm makes for the install.</source>
        <translation>Zeigt die zweite Wertedatei, die Rayhelm für die Installation erzeugt.</translation>
    </message>
    <message>
        <source>&amp;New pods only: change what new pods get</source>
        <translation>&amp;Nur neue Pods: ändern, was neue Pods bekommen</translation>
    </message>
    <message>
        <source>The pods that run now go on as they are.</source>
        <translation>Die Pods, die jetzt laufen, laufen unverändert weiter.</translation>
    </message>
    <message>
        <source>Every edit is saved.</source>
        <translation>Alle Änderungen sind gespeichert.</translation>
    </message>
    <message>
        <source>It is not known yet.</source>
        <translation>Es ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>What runs now is not known yet.</source>
        <translation>Was jetzt läuft, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing changes against what runs now.</source>
        <translation>Gegenüber dem, was jetzt läuft, ändert sich nichts.</translation>
    </message>
    <message>
        <source>Nothing is installed under this name yet.</source>
        <translation>Unter diesem Namen ist noch nichts installiert.</translation>
    </message>
    <message>
        <source>Running pods do not change. KubeRay applies &quot;%1&quot; only to new pods. To use it now, delete the cluster and install again.</source>
        <translation>Laufende Pods ändern sich nicht. KubeRay wendet „%1“ nur auf neue Pods an. Um es jetzt zu nutzen, löschen Sie den Cluster und installieren neu.</translation>
    </message>
    <message numerus="yes">
        <source>Running pods do not change: %n change(s) do not reach them. KubeRay applies them only to new pods. To use them now, delete the cluster and install again.</source>
        <translation>
            <numerusform>Laufende Pods ändern sich nicht: %n Änderung erreicht sie nicht. KubeRay wendet sie nur auf neue Pods an. Um sie jetzt zu nutzen, löschen Sie den Cluster und installieren neu.</numerusform>
            <numerusform>Laufende Pods ändern sich nicht: %n Änderungen erreichen sie nicht. KubeRay wendet sie nur auf neue Pods an. Um sie jetzt zu nutzen, löschen Sie den Cluster und installieren neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete and install again (loses %n running job(s))</source>
        <translation>
            <numerusform>Löschen und neu &amp;installieren (%n laufender Job geht verloren)</numerusform>
            <numerusform>Löschen und neu &amp;installieren (%n laufende Jobs gehen verloren)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete and install again</source>
        <translation>Löschen und neu &amp;installieren</translation>
    </message>
    <message>
        <source>The second values file, made by Rayhelm for this install. Your file never contains it.</source>
        <translation>Die zweite Wertedatei, von Rayhelm für diese Installation erzeugt. Ihre Datei enthält sie nie.</translation>
    </message>
    <message>
        <source>The second values file</source>
        <translation>Die zweite Wertedatei</translation>
    </message>
    <message>
        <source>Edits that are not saved yet.</source>
        <translation>Änderungen, die noch nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Differences to the saved file</source>
        <translation>Unterschiede zur gespeicherten Datei</translation>
    </message>
    <message>
        <source>Values line by line, in alphabetical order.</source>
        <translation>Werte Zeile für Zeile, in alphabetischer Reihenfolge.</translation>
    </message>
    <message>
        <source>Differences to what runs now</source>
        <translation>Unterschiede zu dem, was jetzt läuft</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Nichts ändert sich.</translation>
    </message>
    <message>
        <source>the chart&apos;s defa&amp;ults</source>
        <translation>die &amp;Vorgaben des Charts</translation>
    </message>
    <message>
        <source>the resulting &amp;objects</source>
        <translation>die entstehenden &amp;Objekte</translation>
    </message>
    <message>
        <source>Shows all that differs from what the chart does by itself.</source>
        <translation>Zeigt alles, was von den Vorgaben des Charts abweicht.</translation>
    </message>
    <message>
        <source>Shows what Kubernetes would get, and how it differs from what it has.</source>
        <translation>Zeigt, was Kubernetes bekäme und worin es sich von dem unterscheidet, was es hat.</translation>
    </message>
    <message>
        <source>All that differs from what the chart does by itself, in alphabetical order.</source>
        <translation>Alles, was von den Vorgaben des Charts abweicht, alphabetisch geordnet.</translation>
    </message>
    <message>
        <source>Differences to the chart&apos;s defaults</source>
        <translation>Unterschiede zu den Vorgaben des Charts</translation>
    </message>
    <message>
        <source>Everything is as the chart has it.</source>
        <translation>Alles ist so, wie das Chart es vorgibt.</translation>
    </message>
    <message>
        <source>What Kubernetes would get.</source>
        <translation>Was Kubernetes bekäme.</translation>
    </message>
    <message>
        <source>The resulting objects</source>
        <translation>Die entstehenden Objekte</translation>
    </message>
    <message>
        <source>What Kubernetes would get, against what it got from the last install.</source>
        <translation>Was Kubernetes bekäme, verglichen mit der letzten Installation.</translation>
    </message>
    <message>
        <source>Differences of the resulting objects</source>
        <translation>Unterschiede der entstehenden Objekte</translation>
    </message>
    <message>
        <source>Kubernetes would get what it has.</source>
        <translation>Kubernetes bekäme das, was es schon hat.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Reads again what runs now under this name.</source>
        <translation>Liest noch einmal, was jetzt unter diesem Namen läuft.</translation>
    </message>
    <message>
        <source>%1: yours, installed %2.</source>
        <translation>%1: Ihrer, installiert %2.</translation>
    </message>
    <message>
        <source>%1: belongs to %2, installed %3.</source>
        <translation>%1: gehört %2, installiert %3.</translation>
    </message>
    <message>
        <source>%1: installed %2 by an unknown owner.</source>
        <translation>%1: installiert %2 von einem unbekannten Besitzer.</translation>
    </message>
    <message>
        <source>%1: the name is free.</source>
        <translation>%1: Der Name ist frei.</translation>
    </message>
    <message>
        <source>No configuration is open.</source>
        <translation>Keine Konfiguration ist offen.</translation>
    </message>
    <message>
        <source>An install is going on; see the cluster.</source>
        <translation>Eine Installation läuft; siehe den Cluster.</translation>
    </message>
    <message numerus="yes">
        <source>The configuration has %n problem(s) that must be corrected first.</source>
        <translation>
            <numerusform>Die Konfiguration hat %n Problem, das zuerst behoben werden muss.</numerusform>
            <numerusform>Die Konfiguration hat %n Probleme, die zuerst behoben werden müssen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
    <message>
        <source>What runs now is being read.</source>
        <translation>Es wird gelesen, was jetzt läuft.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Delete first...</source>
        <translation>Zuerst löschen...</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Reading what runs now...</source>
        <translation>Es wird gelesen, was jetzt läuft...</translation>
    </message>
    <message>
        <source>Installing saves your unsaved edits first.</source>
        <translation>Die Installation speichert zuerst Ihre Änderungen.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Install does what is shown here.</source>
        <translation>Noch wurde nichts geändert. „Installieren“ tut, was hier gezeigt wird.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere. Go back and look at the differences first.</source>
        <translation>Die Datei wurde anderswo geändert. Gehen Sie zurück und sehen Sie sich zuerst die Unterschiede an.</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Es wird gelesen.</translation>
    </message>
    <message>
        <source>The file belongs to %1. Go back and save your edits under another name first.</source>
        <translation>Die Datei gehört %1. Gehen Sie zurück und speichern Sie Ihre Änderungen zuerst unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Helm cannot make the objects: %1</source>
        <translation>Helm kann die Objekte nicht erzeugen: %1</translation>
    </message>
    <message>
        <source>Helm cannot read the chart: %1</source>
        <translation>Helm kann das Chart nicht lesen: %1</translation>
    </message>
    <message>
        <source>The text cannot be read, so it is not known what it asks for.</source>
        <translation>Der Text kann nicht gelesen werden, deshalb ist nicht bekannt, was er anfordert.</translation>
    </message>
    <message>
        <source>The configuration was changed since it was reviewed. Read again what would be installed.</source>
        <translation>Die Konfiguration wurde seit der Prüfung geändert. Lesen Sie noch einmal, was installiert würde.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RunLink</name>
    <message>
        <source>This job names no MLflow server and experiment.</source>
        <translation>Dieser Job nennt keinen MLflow-Server und kein Experiment.</translation>
    </message>
    <message>
        <source>The experiment does not exist yet: the job makes it when it begins.</source>
        <translation>Das Experiment existiert noch nicht: Der Job legt es an, wenn er beginnt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RunLocally</name>
    <message>
        <source>The program %1 could not be started on this computer.</source>
        <translation>Das Programm %1 konnte auf diesem Computer nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The program %1 did not answer in time.</source>
        <translation>Das Programm %1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::RuntimeDirectory</name>
    <message>
        <source>No private folder for the connection could be made below %1 or /tmp. Make one of them writable, or free space there.</source>
        <translation>Unter %1 oder /tmp konnte kein privater Ordner für die Verbindung angelegt werden. Machen Sie einen davon beschreibbar, oder schaffen Sie dort Platz.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SecretCard</name>
    <message>
        <source>The server refused this code.</source>
        <translation>Der Server hat diesen Code abgelehnt.</translation>
    </message>
    <message>
        <source>This passphrase does not open the key.</source>
        <translation>Diese Passphrase öffnet den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The server refused this password.</source>
        <translation>Der Server hat dieses Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Verification code for %1</source>
        <translation>Bestätigungscode für %1</translation>
    </message>
    <message>
        <source>Passphrase for key %1</source>
        <translation>Passphrase für den Schlüssel %1</translation>
    </message>
    <message>
        <source>Password for sudo on %1</source>
        <translation>Passwort für sudo auf %1</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>A code is never stored.</source>
        <translation>Ein Code wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Keep it until I quit</source>
        <translation>Bis zum Beenden aufbewahren</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>There is no keychain that can be used now.</source>
        <translation>Es gibt jetzt keinen nutzbaren Schlüsselbund.</translation>
    </message>
    <message>
        <source>Kept only after it has worked.</source>
        <translation>Wird erst aufbewahrt, wenn es funktioniert hat.</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>Im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sends nothing to the server.</source>
        <translation>Sendet nichts an den Server.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>The field above is empty.</source>
        <translation>Das Feld darüber ist leer.</translation>
    </message>
    <message>
        <source>Sends what you typed.</source>
        <translation>Sendet, was Sie getippt haben.</translation>
    </message>
    <message>
        <source>A password is kept for this account, but it was not given to this machine: its identity is another one, or was not looked at when the password was kept. So nothing was sent.</source>
        <translation>Für dieses Konto ist ein Passwort aufbewahrt, aber es wurde nicht dieser Maschine gegeben: Ihre Identität ist eine andere, oder sie wurde beim Aufbewahren nicht angesehen. Deshalb wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SecretEdit</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Getippten Text zeigen</translation>
    </message>
    <message>
        <source>Shown until the focus leaves the field.</source>
        <translation>Sichtbar, bis der Fokus das Feld verlässt.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>rayhelm::SecretOverlay</name>
    <message>
        <source>%1 starts Ray by a command of its own; the MLflow account is mounted at %2, but not linked into the home folder.</source>
        <translation>%1 startet Ray mit einem eigenen Befehl; das MLflow-Konto ist unter %2 eingehängt, aber nicht mit dem Heimatverzeichnis verknüpft.</translation>
    </message>
    <message>
        <source>%1 already has a volume named %2.</source>
        <translation>%1 hat schon ein Volume namens %2.</translation>
    </message>
    <message>
        <source>%1 already mounts something at %2.</source>
        <translation>%1 hängt unter %2 schon etwas ein.</translation>
    </message>
    <message>
        <source>The cluster and its pods are marked as installed by %1, so that colleagues can see whose they are.</source>
        <translation>Der Cluster und seine Pods werden als von %1 installiert gekennzeichnet, damit Kolleginnen und Kollegen sehen, wem sie gehören.</translation>
    </message>
    <message>
        <source>The MLflow account is mounted into every pod at %1, from the Secret %2; it stands in no values file.</source>
        <translation>Das MLflow-Konto wird unter %1 in jeden Pod eingehängt, aus dem Secret %2; es steht in keiner Wertedatei.</translation>
    </message>
    <message>
        <source>Before Ray starts, each pod links it to .mlflow/credentials in its home folder, unless something is there already, and takes the link away when it ends.</source>
        <translation>Bevor Ray startet, verknüpft jeder Pod es mit .mlflow/credentials in seinem Heimatverzeichnis, sofern dort nicht schon etwas liegt, und entfernt die Verknüpfung, wenn er endet.</translation>
    </message>
    <message>
        <source>Your own volumes, mounts and commands are repeated in this file, because a list here replaces the one in yours.</source>
        <translation>Ihre eigenen Volumes, Einhängungen und Befehle sind in dieser Datei wiederholt, weil eine Liste hier die in Ihrer ersetzt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ShownLogs</name>
    <message>
        <source>The log is longer than what is kept on this computer: its first %1 are left out.</source>
        <translation>Das Log ist länger als das, was auf diesem Rechner aufbewahrt wird: Die ersten %1 sind weggelassen.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Sidebar</name>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>The parts of the application in the order of work.</source>
        <translation>Die Teile der Anwendung in der Reihenfolge der Arbeit.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rayhelm::Singularity</name>
    <message>
        <source>The name of a variable is made of letters, digits and underscores, and does not begin with a digit.</source>
        <translation>Der Name einer Variablen besteht aus Buchstaben, Ziffern und Unterstrichen und beginnt nicht mit einer Ziffer.</translation>
    </message>
    <message>
        <source>Here the value may hold no blanks, commas, quotes or other signs of the shell.</source>
        <translation>Hier darf der Wert keine Leerzeichen, Kommas, Anführungszeichen oder andere Zeichen der Shell enthalten.</translation>
    </message>
    <message>
        <source>A folder on the HPC starts with a slash.</source>
        <translation>Ein Ordner auf dem HPC-System beginnt mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>The folder&apos;s name may hold no blanks, commas, quotes or other signs of the shell.</source>
        <translation>Der Name des Ordners darf keine Leerzeichen, Kommas, Anführungszeichen oder andere Zeichen der Shell enthalten.</translation>
    </message>
    <message>
        <source>Write folder, or folder:folder in the container, or folder:folder:ro.</source>
        <translation>Schreiben Sie Ordner, oder Ordner:Ordner im Container, oder Ordner:Ordner:ro.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Slurm</name>
    <message>
        <source>Is this hours or minutes? Write 3:50:00 or 3 h 50 min.</source>
        <translation>Sind das Stunden oder Minuten? Schreiben Sie 3:50:00 oder 3 h 50 min.</translation>
    </message>
    <message>
        <source>This is not a time. Write minutes, as in 230, or 3 h 50 min.</source>
        <translation>Das ist keine Zeit. Schreiben Sie Minuten, etwa 230, oder 3 h 50 min.</translation>
    </message>
    <message>
        <source>The time limit must be longer than nothing.</source>
        <translation>Das Zeitlimit muss größer als null sein.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SlurmAnswer</name>
    <message>
        <source>Slurm did not answer on the HPC login node.</source>
        <translation>Slurm hat auf dem HPC-Anmeldeknoten nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SlurmChecks</name>
    <message>
        <source>Slurm cannot use &quot;%1&quot;.</source>
        <translation>Slurm kann „%1“ nicht verwenden.</translation>
    </message>
    <message>
        <source>The HPC has no partition named %1. It has: %2.</source>
        <translation>Das HPC-System hat keine Partition namens %1. Es hat: %2.</translation>
    </message>
    <message>
        <source>No time limit is given; the HPC&apos;s own default holds.</source>
        <translation>Es ist kein Zeitlimit angegeben; es gilt die Vorgabe des HPC-Systems.</translation>
    </message>
    <message>
        <source>The partition %1 ends jobs after %2, less than the %3 asked for: Slurm would refuse or never start them.</source>
        <translation>Die Partition %1 beendet Jobs nach %2, verlangt sind %3: Slurm würde sie ablehnen oder nie starten.</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>%1 verlangen</translation>
    </message>
    <message>
        <source>The gateway needs --%1 for itself: with it here, logs and the job&apos;s end are lost.</source>
        <translation>Das Gateway braucht --%1 selbst: Steht es hier, gehen Logs und das Ende des Jobs verloren.</translation>
    </message>
    <message>
        <source>--%1 is overridden by the CPUs and memory of the pod.</source>
        <translation>--%1 wird von den CPUs und dem Speicher des Pods überschrieben.</translation>
    </message>
    <message>
        <source>Some gateways break --%1 when the pod has a memory limit. Use the limit alone.</source>
        <translation>Manche Gateways machen --%1 unbrauchbar, wenn der Pod eine Speichergrenze hat. Verwenden Sie nur die Grenze.</translation>
    </message>
    <message>
        <source>Remove --%1</source>
        <translation>--%1 entfernen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in the options, and some gateways drop the second one. Write each option as --name=value.</source>
        <translation>„%1“ steht zweimal in den Optionen, und manche Gateways lassen das zweite weg. Schreiben Sie jede Option als --name=wert.</translation>
    </message>
    <message>
        <source>Write them so</source>
        <translation>So schreiben</translation>
    </message>
    <message>
        <source>A GPU is asked for, but the container is started without --nv: unless the HPC adds it, Ray sees no GPU.</source>
        <translation>Eine GPU ist verlangt, aber der Container wird ohne --nv gestartet: Wenn das HPC-System es nicht ergänzt, sieht Ray keine GPU.</translation>
    </message>
    <message>
        <source>Add --nv</source>
        <translation>--nv ergänzen</translation>
    </message>
</context>
<context>
    <name>rayhelm::SlurmPartition</name>
    <message>
        <source>Slurm did not list its partitions on the HPC login node.</source>
        <translation>Slurm hat seine Partitionen auf dem HPC-Anmeldeknoten nicht aufgezählt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshError</name>
    <message>
        <source>%1 has changed its identity. It was reinstalled, or someone is in between. Ask its owner before you go on. Your password was not sent.</source>
        <translation>%1 hat seine Identität geändert. Die Maschine wurde neu installiert, oder jemand steht dazwischen. Fragen Sie den Besitzer, bevor Sie weitermachen. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The identity of %1 was not confirmed, so nothing was sent to it. Compare its fingerprint with the one you were given.</source>
        <translation>Die Identität von %1 wurde nicht bestätigt, deshalb wurde nichts dorthin gesendet. Vergleichen Sie den Fingerabdruck mit dem, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>The address %1 does not exist, or you have no network or VPN. Check the spelling and the VPN.</source>
        <translation>Die Adresse %1 gibt es nicht, oder Sie haben kein Netz oder VPN. Prüfen Sie Schreibweise und VPN.</translation>
    </message>
    <message>
        <source>%1 is there, but no SSH service answers on that port. Check the port; the machine may still be starting.</source>
        <translation>%1 ist da, aber an diesem Port antwortet kein SSH-Dienst. Prüfen Sie den Port; vielleicht startet die Maschine noch.</translation>
    </message>
    <message>
        <source>%1 does not answer. Nothing came back in 15 s: the machine is off, or you need the VPN. Check the VPN, then try again.</source>
        <translation>%1 antwortet nicht. 15 s lang kam nichts zurück: Die Maschine ist aus, oder Sie brauchen das VPN. Prüfen Sie das VPN, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your key file may be read by others, so ssh ignores it. Let only its owner read it (mode 600).</source>
        <translation>Andere dürfen Ihre Schlüsseldatei lesen, deshalb verwendet ssh sie nicht. Geben Sie nur dem Besitzer das Leserecht (Modus 600).</translation>
    </message>
    <message>
        <source>Your own SSH settings cannot be used. The details name the file and the line; mend it, then try again.</source>
        <translation>Ihre eigenen SSH-Einstellungen können nicht verwendet werden. Die Einzelheiten nennen Datei und Zeile; berichtigen Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 closed the door after too many keys. Choose the one right key file for this machine.</source>
        <translation>%1 hat nach zu vielen Schlüsseln die Verbindung geschlossen. Wählen Sie die eine richtige Schlüsseldatei für diese Maschine.</translation>
    </message>
    <message>
        <source>Your SSH and %1 share no common method of encryption. Use an ed25519 key, and tell the owner of the machine.</source>
        <translation>Ihr SSH und %1 haben kein gemeinsames Verschlüsselungsverfahren. Verwenden Sie einen ed25519-Schlüssel, und sagen Sie dem Besitzer der Maschine Bescheid.</translation>
    </message>
    <message>
        <source>The key file is damaged, of an unknown kind, or its passphrase is wrong. Enter the passphrase again or choose another key.</source>
        <translation>Die Schlüsseldatei ist beschädigt, von unbekannter Art, oder ihre Passphrase ist falsch. Geben Sie die Passphrase noch einmal ein, oder wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 did not accept your login. It refused the key or password for %2. Check user and key, or ask the machine&apos;s owner to add your key.</source>
        <translation>%1 hat Ihre Anmeldung nicht angenommen. Schlüssel oder Passwort für %2 wurde abgelehnt. Prüfen Sie Benutzer und Schlüssel, oder bitten Sie den Besitzer der Maschine, Ihren Schlüssel einzutragen.</translation>
    </message>
    <message>
        <source>%1 closed the door before saying hello: it is overloaded, or it has banned this computer after many tries. Wait some minutes, then ask its owner.</source>
        <translation>%1 hat die Verbindung vor der Begrüßung geschlossen: Die Maschine ist überlastet, oder sie hat diesen Computer nach vielen Versuchen gesperrt. Warten Sie einige Minuten, dann fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>The connection to %1 broke. What was running there may have gone on; the state is read before anything is repeated.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen. Was dort lief, ist vielleicht weitergelaufen; der Zustand wird gelesen, bevor etwas wiederholt wird.</translation>
    </message>
    <message>
        <source>your user name</source>
        <translation>Ihren Benutzernamen</translation>
    </message>
    <message>
        <source>The connection to %1 could not be made. The details hold ssh&apos;s own words.</source>
        <translation>Die Verbindung zu %1 konnte nicht hergestellt werden. Die Einzelheiten enthalten die Worte von ssh.</translation>
    </message>
    <message>
        <source>%1 ended the login without starting a session. The account may not be allowed to run commands there; ask its owner.</source>
        <translation>%1 hat die Anmeldung beendet, ohne eine Sitzung zu beginnen. Vielleicht darf das Konto dort keine Befehle ausführen; fragen Sie den Besitzer.</translation>
    </message>
    <message>
        <source>sudo was not found on %1, so you cannot become root there. Switch off “Work as root”, or ask the owner to install sudo.</source>
        <translation>sudo wurde auf %1 nicht gefunden, deshalb können Sie dort nicht root werden. Schalten Sie „Als root arbeiten“ aus, oder bitten Sie den Besitzer, sudo zu installieren.</translation>
    </message>
    <message>
        <source>You cannot become root on %1. Its sudo works only in a terminal (“requiretty”). Ask the owner to remove that setting for your account.</source>
        <translation>Sie können auf %1 nicht root werden. Das dortige sudo funktioniert nur in einem Terminal („requiretty“). Bitten Sie den Besitzer, diese Einstellung für Ihr Konto zu entfernen.</translation>
    </message>
    <message>
        <source>You cannot become root on %1. sudo refused %2. Check the password, or ask the owner for the right to use sudo.</source>
        <translation>Sie können auf %1 nicht root werden. sudo hat %2 abgelehnt. Prüfen Sie das Passwort, oder bitten Sie den Besitzer um das Recht, sudo zu verwenden.</translation>
    </message>
    <message>
        <source>%1 was not found on %2. It is not installed, or not where this account looks. Give its path in the connection&apos;s settings, or ask the owner of the machine to install it.</source>
        <translation>%1 wurde auf %2 nicht gefunden. Es ist nicht installiert oder liegt nicht dort, wo dieses Konto sucht. Geben Sie seinen Pfad in den Einstellungen der Verbindung an, oder bitten Sie den Besitzer der Maschine, es zu installieren.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while a command was running. It may have done its work; the state is read before anything is repeated.</source>
        <translation>Die Verbindung zu %1 ging verloren, während ein Befehl lief. Vielleicht hat er seine Arbeit getan; der Zustand wird gelesen, bevor etwas wiederholt wird.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshLog</name>
    <message>
        <source>The private folder of the connection cannot be used: %1.</source>
        <translation>Der private Ordner der Verbindung kann nicht verwendet werden: %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshRoute</name>
    <message>
        <source>ssh cannot tell which machine %1 is.</source>
        <translation>ssh kann nicht sagen, welche Maschine %1 ist.</translation>
    </message>
    <message>
        <source>The jump hosts on the way to %1 lead in circles.</source>
        <translation>Die Sprungrechner auf dem Weg zu %1 führen im Kreis.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshSession</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>Es gibt keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>This command is too long to be sent.</source>
        <translation>Dieser Befehl ist zu lang, um gesendet zu werden.</translation>
    </message>
    <message>
        <source>%1 did not finish the command in time. It may have done its work.</source>
        <translation>%1 hat den Befehl nicht rechtzeitig beendet. Vielleicht hat er seine Arbeit getan.</translation>
    </message>
    <message>
        <source>%1 allows no further commands at the same time. Close other programs that use it, then try again.</source>
        <translation>%1 erlaubt keine weiteren Befehle zur selben Zeit. Schließen Sie andere Programme, die die Maschine verwenden, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>%1 did not start the command in time.</source>
        <translation>%1 hat den Befehl nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>%1 as root</source>
        <translation>%1 als root</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshStream</name>
    <message>
        <source>%1 sends more than can be kept; reading was stopped.</source>
        <translation>%1 sendet mehr, als aufbewahrt werden kann; das Lesen wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshTarget</name>
    <message>
        <source>Give the address of the machine.</source>
        <translation>Geben Sie die Adresse der Maschine an.</translation>
    </message>
    <message>
        <source>An address contains no spaces or line breaks.</source>
        <translation>Eine Adresse enthält keine Leerzeichen oder Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>An address does not begin with a hyphen.</source>
        <translation>Eine Adresse beginnt nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>Give the user in its own field, not in the address.</source>
        <translation>Geben Sie den Benutzer in seinem eigenen Feld an, nicht in der Adresse.</translation>
    </message>
    <message>
        <source>Give only the machine&apos;s name or number, not a web address.</source>
        <translation>Geben Sie nur den Namen oder die Nummer der Maschine an, keine Webadresse.</translation>
    </message>
    <message>
        <source>Give the port in its own field, not in the address.</source>
        <translation>Geben Sie den Port in seinem eigenen Feld an, nicht in der Adresse.</translation>
    </message>
    <message>
        <source>This address contains a character that no machine&apos;s name has.</source>
        <translation>Diese Adresse enthält ein Zeichen, das in keinem Maschinennamen vorkommt.</translation>
    </message>
    <message>
        <source>A user name contains no spaces or line breaks.</source>
        <translation>Ein Benutzername enthält keine Leerzeichen oder Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>A user name does not begin with a hyphen.</source>
        <translation>Ein Benutzername beginnt nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>This user name contains a character that no account&apos;s name has.</source>
        <translation>Dieser Benutzername enthält ein Zeichen, das in keinem Kontonamen vorkommt.</translation>
    </message>
    <message>
        <source>This is a key of PuTTY. Save it in the OpenSSH format first.</source>
        <translation>Das ist ein Schlüssel von PuTTY. Speichern Sie ihn zuerst im OpenSSH-Format.</translation>
    </message>
    <message>
        <source>This is the public half of a key. Choose the file without “.pub”.</source>
        <translation>Das ist die öffentliche Hälfte eines Schlüssels. Wählen Sie die Datei ohne „.pub“.</translation>
    </message>
    <message>
        <source>This file holds no private key.</source>
        <translation>Diese Datei enthält keinen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the file with your private key.</source>
        <translation>Wählen Sie die Datei mit Ihrem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>ssh cannot use a file of this name. Rename it.</source>
        <translation>ssh kann eine Datei mit diesem Namen nicht verwenden. Benennen Sie sie um.</translation>
    </message>
    <message>
        <source>This is a folder. Choose the file with your private key.</source>
        <translation>Das ist ein Ordner. Wählen Sie die Datei mit Ihrem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>This file does not exist.</source>
        <translation>Diese Datei existiert nicht.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>Others may read this key, so ssh refuses it. Let only its owner read it (mode 600).</source>
        <translation>Andere dürfen diesen Schlüssel lesen, deshalb verwendet ssh ihn nicht. Geben Sie nur dem Besitzer das Leserecht (Modus 600).</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SshWay</name>
    <message>
        <source>The settings of the connection could not be written to %1.</source>
        <translation>Die Einstellungen der Verbindung konnten nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::StatusFeed</name>
    <message>
        <source>asks you something</source>
        <translation>fragt Sie etwas</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 of %2 pods usable</source>
        <translation>%1 von %2 Pods nutzbar</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Job läuft</numerusform>
            <numerusform>%n Jobs laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Connection lost at %1.</source>
        <translation>Verbindung verloren um %1.</translation>
    </message>
    <message>
        <source>Your cluster, jobs and a running install are not affected. After reconnecting, the state is read before anything is repeated.</source>
        <translation>Ihr Cluster, Ihre Jobs und eine laufende Installation sind nicht betroffen. Nach dem Wiederverbinden wird der Zustand gelesen, bevor irgendetwas wiederholt wird.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>rayhelm::StatusStrip</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Connecting: step %1 of %2</source>
        <translation>Verbindungsaufbau: Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Practice: connected to %1</source>
        <translation>Übung: verbunden mit %1</translation>
    </message>
    <message>
        <source>Connected to %1, as root</source>
        <translation>Verbunden mit %1, als root</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Lost %1, trying again in %2</source>
        <translation>%1 verloren, neuer Versuch in %2</translation>
    </message>
    <message>
        <source>Lost, again in %1</source>
        <translation>Verloren, Versuch in %1</translation>
    </message>
    <message>
        <source>Lost %1, trying again</source>
        <translation>%1 verloren, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>Lost %1</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>%1 asks you something</source>
        <translation>%1 fragt Sie etwas</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Deleting: step %1 of %2</source>
        <translation>Wird gelöscht: Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Installing: step %1 of %2</source>
        <translation>Wird installiert: Schritt %1 von %2</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Kein Cluster</translation>
    </message>
    <message>
        <source>Nothing held</source>
        <translation>Nichts belegt</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) wait in the HPC queue and may start later.</source>
        <translation>
            <numerusform>%n Knoten wartet in der Warteschlange des HPC-Systems und kann später starten.</numerusform>
            <numerusform>%n Knoten warten in der Warteschlange des HPC-Systems und können später starten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are perhaps still held.</source>
        <translation>
            <numerusform>%n GPU ist vielleicht noch belegt.</numerusform>
            <numerusform>%n GPUs sind vielleicht noch belegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Job läuft</numerusform>
            <numerusform>%n Jobs laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>Job failed</source>
        <translation>Job fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Job finished</source>
        <translation>Job beendet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>No job running</source>
        <translation>Kein Job läuft</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Kein Job</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are still held; no time limit is known.</source>
        <translation>
            <numerusform>%n GPU ist noch belegt; ein Zeitlimit ist nicht bekannt.</numerusform>
            <numerusform>%n GPUs sind noch belegt; ein Zeitlimit ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are still held; no time limit is known.</source>
        <translation>
            <numerusform>%n Knoten ist noch belegt; ein Zeitlimit ist nicht bekannt.</numerusform>
            <numerusform>%n Knoten sind noch belegt; ein Zeitlimit ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are still held until about %1.</source>
        <translation>
            <numerusform>%n GPU ist noch bis etwa %1 belegt.</numerusform>
            <numerusform>%n GPUs sind noch bis etwa %1 belegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are still held until about %1.</source>
        <translation>
            <numerusform>%n Knoten ist noch bis etwa %1 belegt.</numerusform>
            <numerusform>%n Knoten sind noch bis etwa %1 belegt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::StepRow</name>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <source>going on at the VM; reconnecting</source>
        <translation>läuft auf der VM weiter; wird neu verbunden</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rayhelm::StepsView</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ends the step that is running.</source>
        <translation>Beendet den laufenden Schritt.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Schritt %1 von %2: %3, %4</translation>
    </message>
    <message>
        <source>elapsed %1</source>
        <translation>Dauer %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::StoreWriter</name>
    <message>
        <source>Another Rayhelm uses these data, so nothing can be stored from here.</source>
        <translation>Ein anderes Rayhelm verwendet diese Daten; von hier kann deshalb nichts gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::StoredFile</name>
    <message>
        <source>There is no space left on this computer to store %1.</source>
        <translation>Auf diesem Rechner ist kein Platz mehr, um %1 zu speichern.</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::StripCell</name>
    <message>
        <source>Opens %1.</source>
        <translation>Öffnet %1.</translation>
    </message>
</context>
<context>
    <name>rayhelm::SubmitJob</name>
    <message>
        <source>Ray&apos;s answer to the start was not seen, so it is not known whether the job runs. Rayhelm asks again when Ray answers, and does not send it twice.</source>
        <translation>Rays Antwort auf den Start kam nicht an, deshalb ist nicht bekannt, ob der Job läuft. Rayhelm fragt nach, sobald Ray antwortet, und sendet ihn nicht zweimal.</translation>
    </message>
    <message>
        <source>Ray has these files already.</source>
        <translation>Ray hat diese Dateien schon.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sent and total size</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ray %1</source>
        <translation>Ray %1</translation>
    </message>
    <message>
        <source>No answer. Asking Ray whether the job was started.</source>
        <translation>Keine Antwort. Ray wird gefragt, ob der Job gestartet wurde.</translation>
    </message>
    <message>
        <source>Open tunnel</source>
        <translation>Tunnel öffnen</translation>
    </message>
    <message>
        <source>Reach Ray</source>
        <translation>Ray erreichen</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Ray was started anew while the job was being sent, so the job was not started. Send it again.</source>
        <translation>Ray wurde neu gestartet, während der Job gesendet wurde; der Job wurde deshalb nicht gestartet. Senden Sie ihn noch einmal.</translation>
    </message>
</context>
<context>
    <name>rayhelm::TableInput</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Adds a row to &quot;%1&quot;.</source>
        <translation>Fügt „%1“ eine Zeile hinzu.</translation>
    </message>
    <message>
        <source>Removes the chosen row of &quot;%1&quot;.</source>
        <translation>Entfernt die gewählte Zeile von „%1“.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Text</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::TextChecks</name>
    <message>
        <source>&quot;%1&quot; stands twice, also on line %2; Helm takes only this one.</source>
        <translation>„%1“ steht zweimal da, auch in Zeile %2; Helm nimmt nur dieses.</translation>
    </message>
    <message>
        <source>Helm cannot read the number %1.</source>
        <translation>Helm kann die Zahl %1 nicht lesen.</translation>
    </message>
    <message>
        <source>Helm may write %1 as %2. Put it in quotes if it is a text.</source>
        <translation>Helm schreibt %1 vielleicht als %2. Setzen Sie es in Anführungszeichen, wenn es ein Text ist.</translation>
    </message>
    <message>
        <source>a map of keys and values</source>
        <translation>eine Zuordnung aus Schlüsseln und Werten</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known setting. Helm would ignore it without a word.</source>
        <translation>„%1“ ist keine bekannte Einstellung. Helm würde sie wortlos ignorieren.</translation>
    </message>
    <message>
        <source>Chart %1 does not read &quot;%2&quot;.</source>
        <translation>Chart %1 liest „%2“ nicht.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Use &quot;%1&quot;</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2.</source>
        <translation>„%1“ muss %2 sein.</translation>
    </message>
    <message>
        <source>Make it an empty list</source>
        <translation>Eine leere Liste daraus machen</translation>
    </message>
    <message>
        <source>Take off the quotes</source>
        <translation>Anführungszeichen entfernen</translation>
    </message>
    <message>
        <source>An empty &quot;%1&quot; breaks the chart. Remove it, or make it an empty list.</source>
        <translation>Ein leeres „%1“ bringt das Chart zum Scheitern. Entfernen Sie es, oder machen Sie eine leere Liste daraus.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>An empty &quot;%1&quot; takes away the chart&apos;s default. Remove the key to keep it.</source>
        <translation>Ein leeres „%1“ nimmt die Vorgabe des Charts weg. Entfernen Sie den Schlüssel, um sie zu behalten.</translation>
    </message>
</context>
<context>
    <name>rayhelm::TunnelConnection</name>
    <message>
        <source>The request is too long.</source>
        <translation>Die Anfrage ist zu lang.</translation>
    </message>
    <message>
        <source>This address takes requests only from pages of its own.</source>
        <translation>Diese Adresse nimmt Anfragen nur von eigenen Seiten an.</translation>
    </message>
    <message>
        <source>The tunnel to Ray is closed. Rayhelm opens it again when it is connected.</source>
        <translation>Der Tunnel zu Ray ist geschlossen. Rayhelm öffnet ihn wieder, wenn es verbunden ist.</translation>
    </message>
    <message>
        <source>The way to Ray has changed.</source>
        <translation>Der Weg zu Ray hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>rayhelm::TunnelListener</name>
    <message>
        <source>No free port was found on this computer for the way to Ray.</source>
        <translation>Auf diesem Rechner wurde kein freier Port für den Weg zu Ray gefunden.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Upload</name>
    <message>
        <source>%1 was not found on %2. It is needed to store files safely; ask the owner to install it.</source>
        <translation>%1 wurde auf %2 nicht gefunden. Es wird gebraucht, um Dateien sicher abzulegen; bitten Sie den Besitzer, es zu installieren.</translation>
    </message>
    <message>
        <source>The disk of %1 is full. Remove old files there, or ask the owner. The old file is unchanged.</source>
        <translation>Der Datenträger von %1 ist voll. Entfernen Sie dort alte Dateien, oder fragen Sie den Besitzer. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>%1 was changed on %2 since it was read. Nothing was overwritten.</source>
        <translation>%1 wurde auf %2 geändert, seit sie gelesen wurde. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>%1 is a folder on %2. Choose another name.</source>
        <translation>%1 ist ein Ordner auf %2. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The folder of %1 does not exist on %2. Make it there first, or choose another.</source>
        <translation>Der Ordner von %1 existiert auf %2 nicht. Legen Sie ihn dort zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 does not exist on %2.</source>
        <translation>%1 existiert auf %2 nicht.</translation>
    </message>
    <message>
        <source>%1 on %2 is too large to be opened here.</source>
        <translation>%1 auf %2 ist zu groß, um hier geöffnet zu werden.</translation>
    </message>
    <message>
        <source>This account may not use %1 on %2.</source>
        <translation>Dieses Konto darf %1 auf %2 nicht verwenden.</translation>
    </message>
    <message>
        <source>%1 did not arrive whole on %2. The old file is unchanged; try again.</source>
        <translation>%1 ist auf %2 nicht vollständig angekommen. Die alte Datei ist unverändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk that holds %1 on %2 is read-only.</source>
        <translation>Der Datenträger mit %1 auf %2 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 could not be used on %2.</source>
        <translation>%1 konnte auf %2 nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>The working folder</source>
        <translation>Der Arbeitsordner</translation>
    </message>
    <message>
        <source>%1 on %2 is a link that is not followed here. Use the file that it leads to.</source>
        <translation>%1 auf %2 ist ein Link, dem hier nicht gefolgt wird. Verwenden Sie die Datei, zu der er führt.</translation>
    </message>
    <message>
        <source>%1 on %2 is no ordinary file.</source>
        <translation>%1 auf %2 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 lies in a folder of root that others can change. Root does not work there; use a folder of your own on %2.</source>
        <translation>%1 liegt in einem Ordner von root, den andere ändern können. Dort arbeitet root nicht; verwenden Sie einen eigenen Ordner auf %2.</translation>
    </message>
    <message>
        <source>Files of a user are used as that user, but %1 has neither “setpriv” nor “chroot” for it. Ask the owner to install one.</source>
        <translation>Dateien eines Benutzers werden als dieser Benutzer verwendet, aber %1 hat dafür weder „setpriv“ noch „chroot“. Bitten Sie den Besitzer, eines davon zu installieren.</translation>
    </message>
</context>
<context>
    <name>rayhelm::Values</name>
    <message>
        <source>%1 %2B</source>
        <comment>a number and its unit, as in 128 GB</comment>
        <translation>%1 %2B</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesChanges</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: geändert</translation>
    </message>
    <message>
        <source>%1: %2, not set before</source>
        <translation>%1: %2, vorher nicht gesetzt</translation>
    </message>
    <message>
        <source>%1: no longer set, %2 before</source>
        <translation>%1: nicht mehr gesetzt, vorher %2</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 wird zu %3</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <source>%1: added</source>
        <translation>%1: hinzugefügt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>new pods only</source>
        <translation>nur neue Pods</translation>
    </message>
    <message>
        <source>after delete and install</source>
        <translation>nach Löschen und Installieren</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesDocument</name>
    <message>
        <source>a values file is made of keys and values</source>
        <translation>eine Wertedatei besteht aus Schlüsseln und Werten</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>New entry in %1</source>
        <translation>Neuer Eintrag in %1</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 renamed to %2</source>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Go to the Other View</source>
        <translation>Zur anderen Ansicht</translation>
    </message>
    <message>
        <source>Shows the values file itself beside the form.</source>
        <translation>Zeigt die Wertedatei selbst neben dem Formular.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Form or text</source>
        <translation>Formular oder Text</translation>
    </message>
    <message>
        <source>Mend it in the text, or undo. Until then the form cannot be changed.</source>
        <translation>Beheben Sie es im Text, oder machen Sie es rückgängig. Bis dahin kann das Formular nicht geändert werden.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zur Zeile</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Mend it in the text, or undo.</source>
        <translation>Beheben Sie es im Text, oder machen Sie es rückgängig.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>The text is being read; the form follows.</source>
        <translation>Der Text wird gelesen; das Formular folgt.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesFieldRow</name>
    <message>
        <source>Reset</source>
        <translation>Rücksetzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Removes this setting from the file, so that the chart&apos;s default holds.</source>
        <translation>Entfernt diese Einstellung aus der Datei, sodass die Vorgabe des Charts gilt.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesForm</name>
    <message>
        <source>This must be at least %1.</source>
        <translation>Das muss mindestens %1 sein.</translation>
    </message>
    <message>
        <source>This must be at most %1.</source>
        <translation>Das darf höchstens %1 sein.</translation>
    </message>
    <message>
        <source>This may hold letters, digits and signs, but no blanks, and does not begin with a hyphen.</source>
        <translation>Das darf Buchstaben, Ziffern und Zeichen enthalten, aber keine Leerzeichen, und beginnt nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>This must be one line.</source>
        <translation>Das muss eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>This is not a number of CPUs. Write for example 64 or 1500m.</source>
        <translation>Das ist keine Anzahl von CPUs. Schreiben Sie zum Beispiel 64 oder 1500m.</translation>
    </message>
    <message>
        <source>This is not an amount of memory. Write for example 128G or 64Gi.</source>
        <translation>Das ist keine Speichermenge. Schreiben Sie zum Beispiel 128G oder 64Gi.</translation>
    </message>
    <message>
        <source>This must be more than nothing.</source>
        <translation>Das muss mehr als nichts sein.</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>Das muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>This must be one of: %1.</source>
        <translation>Das muss eines von diesen sein: %1.</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 auf %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Eine solche Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 reset</source>
        <translation>%1 zurückgesetzt</translation>
    </message>
    <message>
        <source>The chart joins image and tag with a colon, so the file&apos;s name must hold one, as in /folder/hython:sif.</source>
        <translation>Das Chart verbindet Image und Tag mit einem Doppelpunkt, deshalb muss der Name der Datei einen enthalten, wie in /ordner/hython:sif.</translation>
    </message>
    <message>
        <source>Image set to %1</source>
        <translation>Image auf %1 gesetzt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>The chart takes this without quotes: use only letters, digits and the signs / . _ -, and no number or word like &quot;yes&quot;.</source>
        <translation>Das Chart übernimmt dies ohne Anführungszeichen: Nur Buchstaben, Ziffern und die Zeichen / . _ - verwenden, und keine Zahl und kein Wort wie „yes“.</translation>
    </message>
    <message>
        <source>This must be a list: each line begins with a hyphen and a blank.</source>
        <translation>Dies muss eine Liste sein: Jede Zeile beginnt mit einem Bindestrich und einem Leerzeichen.</translation>
    </message>
    <message>
        <source>This must be keys and values, as in &quot;name: value&quot;.</source>
        <translation>Dies müssen Schlüssel und Werte sein, wie in „name: wert“.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesFormView</name>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Choosing a group scrolls the form to it.</source>
        <translation>Wer eine Gruppe wählt, rollt das Formular dorthin.</translation>
    </message>
    <message>
        <source>%1, head</source>
        <translation>%1, Head</translation>
    </message>
    <message>
        <source>%1, workers</source>
        <translation>%1, Worker</translation>
    </message>
    <message>
        <source>Worker group %1</source>
        <translation>Worker-Gruppe %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n Problem</numerusform>
            <numerusform>%1, %n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesNameDialog</name>
    <message>
        <source>File &amp;name</source>
        <translation>Datei&amp;name</translation>
    </message>
    <message>
        <source>Save the configuration on the cloud VM</source>
        <translation>Konfiguration auf der Cloud-VM speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>The name cannot begin with a dash or a dot.</source>
        <translation>Der Name kann nicht mit einem Bindestrich oder Punkt beginnen.</translation>
    </message>
    <message>
        <source>The file lies in the working directory; its name cannot hold a slash.</source>
        <translation>Die Datei liegt im Arbeitsordner; ihr Name kann keinen Schrägstrich enthalten.</translation>
    </message>
    <message>
        <source>The name must end in .yaml.</source>
        <translation>Der Name muss auf .yaml enden.</translation>
    </message>
    <message>
        <source>This file exists; you will be asked before it is replaced.</source>
        <translation>Diese Datei existiert; vor dem Ersetzen werden Sie gefragt.</translation>
    </message>
    <message>
        <source>It lies in the working directory on the VM.</source>
        <translation>Sie liegt im Arbeitsordner auf der VM.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesOpenDialog</name>
    <message>
        <source>What is &amp;running</source>
        <translation>Was &amp;läuft</translation>
    </message>
    <message>
        <source>Open a configuration</source>
        <translation>Eine Konfiguration öffnen</translation>
    </message>
    <message>
        <source>&amp;Files on %1</source>
        <translation>Dateie&amp;n auf %1</translation>
    </message>
    <message>
        <source>the cloud VM</source>
        <translation>der Cloud-VM</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>Show only files whose name holds</source>
        <translation>Nur Dateien zeigen, deren Name das enthält</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Return opens the chosen file.</source>
        <translation>Eingabe öffnet die gewählte Datei.</translation>
    </message>
    <message>
        <source>On this &amp;computer...</source>
        <translation>Auf diesem Co&amp;mputer...</translation>
    </message>
    <message>
        <source>From the &amp;example</source>
        <translation>Aus dem B&amp;eispiel</translation>
    </message>
    <message>
        <source>The values of the cluster that is installed now.</source>
        <translation>Die Werte des Clusters, der jetzt installiert ist.</translation>
    </message>
    <message>
        <source>The example of the tutorial, to be adapted. Nothing is written until you save.</source>
        <translation>Das Beispiel der Anleitung, zum Anpassen. Nichts wird geschrieben, bis Sie speichern.</translation>
    </message>
    <message>
        <source>Or open:</source>
        <translation>Oder öffnen:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no .yaml file in the working directory.</source>
        <translation>Im Arbeitsordner gibt es keine .yaml-Datei.</translation>
    </message>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
    <message>
        <source>Not connected to the cloud VM. Its files can be opened after connecting.</source>
        <translation>Nicht mit der Cloud-VM verbunden. Ihre Dateien können nach dem Verbinden geöffnet werden.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Wählen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesPanel</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Review and install...</source>
        <translation>Prüfen und installieren...</translation>
    </message>
    <message>
        <source>Shows what installing would ask and change, before anything is done.</source>
        <translation>Zeigt, was die Installation anfordern und ändern würde, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the file where it came from.</source>
        <translation>Speichert die Datei dort, woher sie kam.</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>Öffnen...</translation>
    </message>
    <message>
        <source>Opens another configuration.</source>
        <translation>Öffnet eine andere Konfiguration.</translation>
    </message>
    <message>
        <source>Save As on the VM...</source>
        <translation>Auf der VM speichern unter...</translation>
    </message>
    <message>
        <source>Saves under another name in the working directory.</source>
        <translation>Speichert unter einem anderen Namen im Arbeitsordner.</translation>
    </message>
    <message>
        <source>Save As on This Computer...</source>
        <translation>Auf diesem Computer speichern unter...</translation>
    </message>
    <message>
        <source>Saves a copy in a file of this computer.</source>
        <translation>Speichert eine Kopie in einer Datei dieses Computers.</translation>
    </message>
    <message>
        <source>Start from the Example</source>
        <translation>Mit dem Beispiel beginnen</translation>
    </message>
    <message>
        <source>The example of the tutorial, to be adapted. Nothing is written until you save.</source>
        <translation>Das Beispiel der Anleitung, zum Anpassen. Nichts wird geschrieben, bis Sie speichern.</translation>
    </message>
    <message>
        <source>Open What Is Running</source>
        <translation>Öffnen, was läuft</translation>
    </message>
    <message>
        <source>The values of the cluster that is installed now.</source>
        <translation>Die Werte des Clusters, der jetzt installiert ist.</translation>
    </message>
    <message>
        <source>Not connected to the cloud VM.</source>
        <translation>Nicht mit der Cloud-VM verbunden.</translation>
    </message>
    <message>
        <source>No configuration is open.</source>
        <translation>Keine Konfiguration ist offen.</translation>
    </message>
    <message>
        <source>The file is being read or written.</source>
        <translation>Die Datei wird gelesen oder geschrieben.</translation>
    </message>
    <message>
        <source>No configuration open.</source>
        <translation>Keine Konfiguration offen.</translation>
    </message>
    <message>
        <source>Start from the example and adapt it, open a file, or open what is running.</source>
        <translation>Beginnen Sie mit dem Beispiel und passen Sie es an, öffnen Sie eine Datei, oder öffnen Sie, was läuft.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, saved</source>
        <translation>%1, gespeichert</translation>
    </message>
    <message>
        <source>The text cannot be read, so it is not known what it asks for.</source>
        <translation>Der Text kann nicht gelesen werden, deshalb ist nicht bekannt, was er anfordert.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the configuration on this computer</source>
        <translation>Konfiguration auf diesem Computer speichern</translation>
    </message>
    <message>
        <source>Values files (*.yaml *.yml)</source>
        <translation>Wertedateien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a configuration of this computer</source>
        <translation>Eine Konfiguration dieses Computers öffnen</translation>
    </message>
    <message>
        <source>%1 has edits that are not saved.</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Opening another configuration closes it.</source>
        <translation>Wenn Sie eine andere Konfiguration öffnen, wird diese geschlossen.</translation>
    </message>
    <message>
        <source>Save, then open</source>
        <translation>Speichern, dann öffnen</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>Ohne Speichern öffnen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>%1 exists already on the VM.</source>
        <translation>%1 gibt es auf der VM schon.</translation>
    </message>
    <message>
        <source>%1 was changed on the VM since you opened it.</source>
        <translation>%1 wurde auf der VM geändert, seit Sie die Datei geöffnet haben.</translation>
    </message>
    <message>
        <source>Show differences</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>No file was opened yet.</source>
        <translation>Es wurde noch keine Datei geöffnet.</translation>
    </message>
    <message>
        <source>%1-copy.%2</source>
        <comment>a file&apos;s name and its ending</comment>
        <translation>%1-kopie.%2</translation>
    </message>
    <message>
        <source>%1 was changed by another program since you opened it.</source>
        <translation>%1 wurde von einem anderen Programm geändert, seit Sie die Datei geöffnet haben.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Look at the differences and merge both, keep your version and replace theirs, or take theirs; undo then brings yours back.</source>
        <translation>Es wurde nichts überschrieben. Sehen Sie sich die Unterschiede an und führen Sie beide zusammen, behalten Sie Ihre Fassung und ersetzen Sie die andere, oder übernehmen Sie die andere; Rückgängig bringt dann Ihre zurück.</translation>
    </message>
    <message>
        <source>You have no edits of your own. Take theirs to go on with the file as it is now.</source>
        <translation>Sie haben nichts geändert. Übernehmen Sie die andere Fassung, um mit der Datei weiterzuarbeiten, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Duplicate on the VM...</source>
        <translation>Auf der VM duplizieren...</translation>
    </message>
    <message>
        <source>Saves a copy under another name and opens it. The present file stays as it is.</source>
        <translation>Speichert eine Kopie unter einem anderen Namen und öffnet sie. Die jetzige Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Show Changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Shows what saving would change, in words and line by line.</source>
        <translation>Zeigt, was das Speichern ändern würde, in Worten und Zeile für Zeile.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Begins a new configuration. Nothing is written until you save.</source>
        <translation>Beginnt eine neue Konfiguration. Bis zum Speichern wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Files that you opened before.</source>
        <translation>Dateien, die Sie früher geöffnet haben.</translation>
    </message>
    <message>
        <source>From my last cluster</source>
        <translation>Aus meinem letzten Cluster</translation>
    </message>
    <message>
        <source>No cluster was installed from this computer yet.</source>
        <translation>Von diesem Computer aus wurde noch kein Cluster installiert.</translation>
    </message>
    <message>
        <source>%1, on this computer</source>
        <translation>%1, auf diesem Computer</translation>
    </message>
    <message>
        <source>%1, on the VM</source>
        <translation>%1, auf der VM</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 gehört %2.</translation>
    </message>
    <message>
        <source>Nothing was saved yet. Save a copy under a name of your own, or change %1&apos;s file. Where %1 may not write in the folder, it then belongs to the folder&apos;s owner.</source>
        <translation>Es wurde noch nichts gespeichert. Speichern Sie eine Kopie unter einem eigenen Namen, oder ändern Sie die Datei von %1. Wo %1 im Ordner nicht schreiben darf, gehört sie danach dem Besitzer des Ordners.</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>Kopie speichern...</translation>
    </message>
    <message>
        <source>Change %1&apos;s file</source>
        <translation>Datei von %1 ändern</translation>
    </message>
    <message>
        <source>%1 exists already on the VM and belongs to %2.</source>
        <translation>%1 gibt es auf der VM schon; die Datei gehört %2.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesProblems</name>
    <message>
        <source>&amp;Problems and hints</source>
        <translation>&amp;Probleme und Hinweise</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Problems and hints</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>Return goes to the place.</source>
        <translation>Eingabe geht zur Stelle.</translation>
    </message>
    <message>
        <source>line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
    <message>
        <source>Problem, %1</source>
        <translation>Problem, %1</translation>
    </message>
    <message>
        <source>Hint, %1</source>
        <translation>Hinweis, %1</translation>
    </message>
    <message>
        <source>There is no ready correction for this.</source>
        <translation>Dafür gibt es keine fertige Berichtigung.</translation>
    </message>
    <message>
        <source>Choose a problem first.</source>
        <translation>Wählen Sie zuerst ein Problem.</translation>
    </message>
    <message>
        <source>Corrects the chosen problem. Undo takes it back.</source>
        <translation>Berichtigt das gewählte Problem. „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>Goes to the field or line of the chosen problem.</source>
        <translation>Geht zum Feld oder zur Zeile des gewählten Problems.</translation>
    </message>
    <message>
        <source>This is no secret</source>
        <translation>Das ist kein Geheimnis</translation>
    </message>
    <message>
        <source>Remembers for this file that %1 is no secret. The file stays as it is.</source>
        <translation>Merkt sich für diese Datei, dass %1 kein Geheimnis ist. Die Datei bleibt, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesSchema</name>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Each pod</source>
        <translation>Jeder Pod</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>HPC</source>
        <translation>HPC</translation>
    </message>
    <message>
        <source>Files and environment</source>
        <translation>Dateien und Umgebung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Pods that work beside the head. Each is one Slurm job with its own GPUs and CPUs.</source>
        <translation>Pods, die neben dem Head arbeiten. Jeder ist ein Slurm-Job mit eigenen GPUs und CPUs.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>KubeRay raises the number of workers to this one.</source>
        <translation>KubeRay erhöht die Zahl der Worker auf diese.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>KubeRay lowers the number of workers to this one.</source>
        <translation>KubeRay verringert die Zahl der Worker auf diese.</translation>
    </message>
    <message>
        <source>Group name</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Part of the names of the worker pods.</source>
        <translation>Teil der Namen der Worker-Pods.</translation>
    </message>
    <message>
        <source>GPUs per pod</source>
        <translation>GPUs je Pod</translation>
    </message>
    <message>
        <source>GPUs that Slurm gives to each pod. Ray sees them only if the container is started with --nv.</source>
        <translation>GPUs, die Slurm jedem Pod gibt. Ray sieht sie nur, wenn der Container mit --nv gestartet wird.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Slurm ends each pod after this time. A shorter limit may start earlier.</source>
        <translation>Slurm beendet jeden Pod nach dieser Zeit. Ein kürzeres Limit kann den Start vorziehen.</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>CPUs of each pod; Slurm gets them as --cpus-per-task, Ray as --num-cpus.</source>
        <translation>CPUs jedes Pods; Slurm bekommt sie als --cpus-per-task, Ray als --num-cpus.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory of each pod, for example 128G; Slurm gets it as --mem. The head needs at least 2G.</source>
        <translation>Speicher jedes Pods, zum Beispiel 128G; Slurm bekommt ihn als --mem. Der Head braucht mindestens 2G.</translation>
    </message>
    <message>
        <source>Image file</source>
        <translation>Image-Datei</translation>
    </message>
    <message>
        <source>The container image file on the HPC, up to its last colon. The chart joins both parts to folder/name:tag.</source>
        <translation>Die Image-Datei des Containers auf dem HPC-System, bis zu ihrem letzten Doppelpunkt. Das Chart verbindet beide Teile zu Ordner/Name:Tag.</translation>
    </message>
    <message>
        <source>Image tag</source>
        <translation>Image-Tag</translation>
    </message>
    <message>
        <source>What follows the last colon of the image file&apos;s name.</source>
        <translation>Was im Namen der Image-Datei auf den letzten Doppelpunkt folgt.</translation>
    </message>
    <message>
        <source>Fetch image</source>
        <translation>Image holen</translation>
    </message>
    <message>
        <source>Only for pods in the cloud; an image file on the HPC is never fetched.</source>
        <translation>Nur für Pods in der Cloud; eine Image-Datei auf dem HPC-System wird nie geholt.</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Slurm&apos;s queue, for example gpu.</source>
        <translation>Slurms Warteschlange, zum Beispiel gpu.</translation>
    </message>
    <message>
        <source>Slurm account</source>
        <translation>Slurm-Konto</translation>
    </message>
    <message>
        <source>The project that pays. Empty: the default of the HPC.</source>
        <translation>Das Projekt, das bezahlt. Leer: die Vorgabe des HPC-Systems.</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>Dienstgüte (QoS)</translation>
    </message>
    <message>
        <source>A class of jobs with its own limits. Empty: the default of the HPC.</source>
        <translation>Eine Klasse von Jobs mit eigenen Grenzen. Leer: die Vorgabe des HPC-Systems.</translation>
    </message>
    <message>
        <source>Node features</source>
        <translation>Knotenmerkmale</translation>
    </message>
    <message>
        <source>Only nodes with these features, for example a100.</source>
        <translation>Nur Knoten mit diesen Merkmalen, zum Beispiel a100.</translation>
    </message>
    <message>
        <source>Nodes per pod</source>
        <translation>Knoten je Pod</translation>
    </message>
    <message>
        <source>A pod of Ray runs on one node; more than one only costs more.</source>
        <translation>Ein Pod von Ray läuft auf einem Knoten; mehr als einer kostet nur mehr.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>The virtual node that hands the pods over to the HPC.</source>
        <translation>Der virtuelle Knoten, der die Pods an das HPC-System übergibt.</translation>
    </message>
    <message>
        <source>Run on the HPC</source>
        <translation>Auf dem HPC-System ausführen</translation>
    </message>
    <message>
        <source>Lets the pods run behind the gateway, and outlive a gap of five minutes in its contact.</source>
        <translation>Lässt die Pods hinter dem Gateway laufen und eine Lücke von fünf Minuten im Kontakt überstehen.</translation>
    </message>
    <message>
        <source>Folders to see</source>
        <translation>Sichtbare Ordner</translation>
    </message>
    <message>
        <source>Folders of the HPC that the container sees, for example /ceph or /data:/mnt.</source>
        <translation>Ordner des HPC-Systems, die der Container sieht, zum Beispiel /ceph oder /data:/mnt.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Variables for the programs in the container. Passwords do not belong here: everybody with access to the cluster can read them.</source>
        <translation>Variablen für die Programme im Container. Passwörter gehören nicht hierher: Alle mit Zugang zum Cluster können sie lesen.</translation>
    </message>
    <message>
        <source>Own address for each pod</source>
        <translation>Eigene Adresse für jeden Pod</translation>
    </message>
    <message>
        <source>Head and workers reach each other through a private network. Any value turns it on, even &quot;false&quot;.</source>
        <translation>Head und Worker erreichen einander über ein privates Netz. Jeder Wert schaltet es ein, auch „false“.</translation>
    </message>
    <message>
        <source>Start script</source>
        <translation>Startskript</translation>
    </message>
    <message>
        <source>Shell text that runs on the HPC before the container. A line end at its end changes what it means to older gateways.</source>
        <translation>Shell-Text, der auf dem HPC-System vor dem Container läuft. Ein Zeilenende am Schluss ändert für ältere Gateways, was er bedeutet.</translation>
    </message>
    <message>
        <source>Image of this group</source>
        <translation>Image dieser Gruppe</translation>
    </message>
    <message>
        <source>Only if head and workers need different images; empty: the image above.</source>
        <translation>Nur wenn Head und Worker verschiedene Images brauchen; leer: das Image oben.</translation>
    </message>
    <message>
        <source>Image tag of this group</source>
        <translation>Image-Tag dieser Gruppe</translation>
    </message>
    <message>
        <source>What follows the last colon of this group&apos;s image.</source>
        <translation>Was im Image dieser Gruppe hinter dem letzten Doppelpunkt steht.</translation>
    </message>
    <message>
        <source>Fetch image of this group</source>
        <translation>Image dieser Gruppe holen</translation>
    </message>
    <message>
        <source>Logins for images</source>
        <translation>Anmeldungen für Images</translation>
    </message>
    <message>
        <source>Names of Secrets with logins to image registries. They count only for pods in the cloud.</source>
        <translation>Namen von Secrets mit Anmeldungen bei Image-Registrys. Sie zählen nur für Pods in der Cloud.</translation>
    </message>
    <message>
        <source>Pods per worker</source>
        <translation>Pods je Worker</translation>
    </message>
    <message>
        <source>Pods that start and end together as one worker; 1 for nearly everybody.</source>
        <translation>Pods, die zusammen als ein Worker starten und enden; für fast alle 1.</translation>
    </message>
    <message>
        <source>Nodes to choose from</source>
        <translation>Auswahl der Knoten</translation>
    </message>
    <message>
        <source>Labels that a node must have. The gateway is chosen by its own setting.</source>
        <translation>Labels, die ein Knoten haben muss. Das Gateway wird mit seiner eigenen Einstellung gewählt.</translation>
    </message>
    <message>
        <source>All tolerations</source>
        <translation>Alle Tolerations</translation>
    </message>
    <message>
        <source>Taints of nodes that these pods put up with. The switch above writes those of the gateway.</source>
        <translation>Taints von Knoten, mit denen diese Pods leben können. Der Schalter oben schreibt die des Gateways.</translation>
    </message>
    <message>
        <source>Beginning of the image path</source>
        <translation>Anfang des Image-Pfads</translation>
    </message>
    <message>
        <source>Put before the image&apos;s name by the gateway, for example docker://; not for absolute paths.</source>
        <translation>Vom Gateway vor den Namen des Images gesetzt, zum Beispiel docker://; nicht bei absoluten Pfaden.</translation>
    </message>
    <message>
        <source>Preset of the gateway</source>
        <translation>Voreinstellung des Gateways</translation>
    </message>
    <message>
        <source>The name of a preset that the operators of the gateway have made.</source>
        <translation>Der Name einer Voreinstellung, die die Betreiber des Gateways angelegt haben.</translation>
    </message>
    <message>
        <source>MPI options</source>
        <translation>MPI-Optionen</translation>
    </message>
    <message>
        <source>No gateway known so far uses them.</source>
        <translation>Kein bisher bekanntes Gateway verwendet sie.</translation>
    </message>
    <message>
        <source>Enroot options</source>
        <translation>Enroot-Optionen</translation>
    </message>
    <message>
        <source>Options for HPC systems whose gateway starts containers with enroot.</source>
        <translation>Optionen für HPC-Systeme, deren Gateway Container mit enroot startet.</translation>
    </message>
    <message>
        <source>Enroot mounts</source>
        <translation>Enroot-Ordner</translation>
    </message>
    <message>
        <source>Folders for HPC systems whose gateway starts containers with enroot.</source>
        <translation>Ordner für HPC-Systeme, deren Gateway Container mit enroot startet.</translation>
    </message>
    <message>
        <source>Use NVIDIA GPUs</source>
        <translation>NVIDIA-GPUs verwenden</translation>
    </message>
    <message>
        <source>Starts the container with --nv, so that the programs in it see NVIDIA GPUs.</source>
        <translation>Startet den Container mit --nv, damit die Programme darin NVIDIA-GPUs sehen.</translation>
    </message>
    <message>
        <source>Use AMD GPUs</source>
        <translation>AMD-GPUs verwenden</translation>
    </message>
    <message>
        <source>Starts the container with --rocm, so that the programs in it see AMD GPUs.</source>
        <translation>Startet den Container mit --rocm, damit die Programme darin AMD-GPUs sehen.</translation>
    </message>
    <message>
        <source>Hide the home folder</source>
        <translation>Home-Ordner verbergen</translation>
    </message>
    <message>
        <source>Starts the container with --no-home, so that files of the HPC account do not disturb the programs in it.</source>
        <translation>Startet den Container mit --no-home, damit Dateien des HPC-Kontos die Programme darin nicht stören.</translation>
    </message>
    <message>
        <source>Clean environment</source>
        <translation>Saubere Umgebung</translation>
    </message>
    <message>
        <source>Starts the container with --cleanenv: the environment of the HPC node is hidden; variables that you set are still passed on.</source>
        <translation>Startet den Container mit --cleanenv: Die Umgebung des HPC-Knotens ist verborgen; von Ihnen gesetzte Variablen werden weiter übergeben.</translation>
    </message>
    <message>
        <source>Writable container</source>
        <translation>Beschreibbarer Container</translation>
    </message>
    <message>
        <source>Starts the container with --writable-tmpfs; what is written is gone when it ends.</source>
        <translation>Startet den Container mit --writable-tmpfs; was geschrieben wird, ist an seinem Ende weg.</translation>
    </message>
    <message>
        <source>Container options as a line</source>
        <translation>Container-Optionen als Zeile</translation>
    </message>
    <message>
        <source>All options for singularity as the gateway gets them; the settings above write into the same line.</source>
        <translation>Alle Optionen für singularity, wie das Gateway sie bekommt; die Einstellungen oben schreiben in dieselbe Zeile.</translation>
    </message>
    <message>
        <source>Variables from Secrets</source>
        <translation>Variablen aus Secrets</translation>
    </message>
    <message>
        <source>Secrets and ConfigMaps of the cluster whose entries all become variables.</source>
        <translation>Secrets und ConfigMaps des Clusters, deren Einträge alle zu Variablen werden.</translation>
    </message>
    <message>
        <source>Variables for all pods</source>
        <translation>Variablen für alle Pods</translation>
    </message>
    <message>
        <source>Variables of head and workers alike, as Kubernetes writes them.</source>
        <translation>Variablen für Head und Worker gleichermaßen, wie Kubernetes sie schreibt.</translation>
    </message>
    <message>
        <source>Kind of the head&apos;s service</source>
        <translation>Art des Dienstes des Heads</translation>
    </message>
    <message>
        <source>How Kubernetes makes the head reachable. ClusterIP is enough for Rayhelm.</source>
        <translation>Wie Kubernetes den Head erreichbar macht. ClusterIP genügt für Rayhelm.</translation>
    </message>
    <message>
        <source>The head&apos;s service in detail</source>
        <translation>Der Dienst des Heads im Einzelnen</translation>
    </message>
    <message>
        <source>Further settings of the head&apos;s Kubernetes service.</source>
        <translation>Weitere Einstellungen des Kubernetes-Dienstes des Heads.</translation>
    </message>
    <message>
        <source>Fixed address of the pod</source>
        <translation>Feste Adresse des Pods</translation>
    </message>
    <message>
        <source>The gateway writes it by itself when each pod has its own address.</source>
        <translation>Das Gateway schreibt sie selbst, wenn jeder Pod eine eigene Adresse hat.</translation>
    </message>
    <message>
        <source>Mesh network</source>
        <translation>Mesh-Netz</translation>
    </message>
    <message>
        <source>Write &quot;disabled&quot; to take these pods out of the gateway&apos;s mesh network.</source>
        <translation>Schreiben Sie „disabled“, um diese Pods aus dem Mesh-Netz des Gateways zu nehmen.</translation>
    </message>
    <message>
        <source>More ports through the tunnel</source>
        <translation>Weitere Ports durch den Tunnel</translation>
    </message>
    <message>
        <source>For gateways with a tunnel, for example 8080,9090:metrics:UDP.</source>
        <translation>Für Gateways mit Tunnel, zum Beispiel 8080,9090:metrics:UDP.</translation>
    </message>
    <message>
        <source>Shadow pod in the same namespace</source>
        <translation>Schatten-Pod im selben Namespace</translation>
    </message>
    <message>
        <source>Write &quot;true&quot; if the gateway&apos;s own pod must stand in the same namespace.</source>
        <translation>Schreiben Sie „true“, wenn der eigene Pod des Gateways im selben Namespace stehen muss.</translation>
    </message>
    <message>
        <source>Ports of the container</source>
        <translation>Ports des Containers</translation>
    </message>
    <message>
        <source>Ports that Kubernetes shall know, beyond those of Ray.</source>
        <translation>Ports, die Kubernetes kennen soll, zusätzlich zu denen von Ray.</translation>
    </message>
    <message>
        <source>Name resolution</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Name servers and search domains of the pods.</source>
        <translation>Nameserver und Suchdomänen der Pods.</translation>
    </message>
    <message>
        <source>Ray version</source>
        <translation>Ray-Version</translation>
    </message>
    <message>
        <source>Written into the cluster&apos;s description; the image decides which Ray runs.</source>
        <translation>Steht in der Beschreibung des Clusters; welches Ray läuft, bestimmt das Image.</translation>
    </message>
    <message>
        <source>Ray start parameters</source>
        <translation>Ray-Startparameter</translation>
    </message>
    <message>
        <source>Options of &quot;ray start&quot;, for example num-gpus. Values are texts.</source>
        <translation>Optionen von „ray start“, zum Beispiel num-gpus. Werte sind Texte.</translation>
    </message>
    <message>
        <source>Autoscaling</source>
        <translation>Automatische Größe</translation>
    </message>
    <message>
        <source>Lets Ray start and end workers between the least and the most allowed.</source>
        <translation>Lässt Ray Worker zwischen der kleinsten und der größten erlaubten Zahl starten und beenden.</translation>
    </message>
    <message>
        <source>Autoscaling in detail</source>
        <translation>Automatische Größe im Einzelnen</translation>
    </message>
    <message>
        <source>Settings of the program that starts and ends workers.</source>
        <translation>Einstellungen des Programms, das Worker startet und beendet.</translation>
    </message>
    <message>
        <source>Arguments of older charts</source>
        <translation>Argumente älterer Charts</translation>
    </message>
    <message>
        <source>Read only by old versions of the chart.</source>
        <translation>Nur von alten Versionen des Charts gelesen.</translation>
    </message>
    <message>
        <source>Command before Ray</source>
        <translation>Befehl vor Ray</translation>
    </message>
    <message>
        <source>Runs in the container before &quot;ray start&quot;. Rayhelm adds the link to the MLflow account behind it.</source>
        <translation>Läuft im Container vor „ray start“. Rayhelm fügt dahinter den Link zum MLflow-Konto an.</translation>
    </message>
    <message>
        <source>Arguments of the command</source>
        <translation>Argumente des Befehls</translation>
    </message>
    <message>
        <source>Arguments of the command that runs before &quot;ray start&quot;.</source>
        <translation>Argumente des Befehls, der vor „ray start“ läuft.</translation>
    </message>
    <message>
        <source>Ray&apos;s state in Redis</source>
        <translation>Zustand von Ray in Redis</translation>
    </message>
    <message>
        <source>A new head then finds the jobs of the old one. Needs a Redis server.</source>
        <translation>Ein neuer Head findet dann die Jobs des alten. Braucht einen Redis-Server.</translation>
    </message>
    <message>
        <source>Redis address</source>
        <translation>Redis-Adresse</translation>
    </message>
    <message>
        <source>Host and port of the Redis server, as in redis:6379.</source>
        <translation>Rechner und Port des Redis-Servers, wie in redis:6379.</translation>
    </message>
    <message>
        <source>Name of the state in Redis</source>
        <translation>Name des Zustands in Redis</translation>
    </message>
    <message>
        <source>Clusters with different names do not see each other&apos;s state.</source>
        <translation>Cluster mit verschiedenen Namen sehen den Zustand der anderen nicht.</translation>
    </message>
    <message>
        <source>Redis user</source>
        <translation>Redis-Benutzer</translation>
    </message>
    <message>
        <source>As a value, or from a Secret with valueFrom.</source>
        <translation>Als Wert oder mit valueFrom aus einem Secret.</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Redis-Passwort</translation>
    </message>
    <message>
        <source>Take it from a Secret with valueFrom; a value here can be read by everybody.</source>
        <translation>Nehmen Sie es mit valueFrom aus einem Secret; einen Wert hier kann jeder lesen.</translation>
    </message>
    <message>
        <source>Part of the cluster&apos;s name</source>
        <translation>Teil des Clusternamens</translation>
    </message>
    <message>
        <source>Added to the release&apos;s name, unless that contains it already.</source>
        <translation>Wird an den Namen des Release angehängt, wenn er nicht schon darin steht.</translation>
    </message>
    <message>
        <source>The cluster&apos;s whole name</source>
        <translation>Der ganze Name des Clusters</translation>
    </message>
    <message>
        <source>Used as it is, at most 41 characters. Another name is another cluster.</source>
        <translation>Wird verwendet, wie er ist, höchstens 41 Zeichen. Ein anderer Name ist ein anderer Cluster.</translation>
    </message>
    <message>
        <source>Annotations of the cluster</source>
        <translation>Annotationen des Clusters</translation>
    </message>
    <message>
        <source>Notes on the RayCluster itself, for example ray.io/overwrite-container-cmd.</source>
        <translation>Notizen am RayCluster selbst, zum Beispiel ray.io/overwrite-container-cmd.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Short marks on the pods, by which they can be found.</source>
        <translation>Kurze Kennzeichen an den Pods, mit denen man sie findet.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>The account that the pods have towards Kubernetes.</source>
        <translation>Das Konto, das die Pods gegenüber Kubernetes haben.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Whether Kubernetes starts an ended container again. Pods on the HPC are never restarted in place.</source>
        <translation>Ob Kubernetes einen beendeten Container wieder startet. Pods auf dem HPC-System werden nie an Ort und Stelle neu gestartet.</translation>
    </message>
    <message>
        <source>Runtime class</source>
        <translation>Laufzeitklasse</translation>
    </message>
    <message>
        <source>Which container runtime Kubernetes uses; without effect on the HPC.</source>
        <translation>Welche Container-Laufzeit Kubernetes verwendet; ohne Wirkung auf dem HPC-System.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Who is scheduled first in the cloud; Slurm has priorities of its own.</source>
        <translation>Wer in der Cloud zuerst eingeplant wird; Slurm hat eigene Prioritäten.</translation>
    </message>
    <message>
        <source>Priority class</source>
        <translation>Prioritätsklasse</translation>
    </message>
    <message>
        <source>The name of a priority class of Kubernetes.</source>
        <translation>Der Name einer Prioritätsklasse von Kubernetes.</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Affinität</translation>
    </message>
    <message>
        <source>Finer rules for which nodes are taken.</source>
        <translation>Feinere Regeln dafür, welche Knoten genommen werden.</translation>
    </message>
    <message>
        <source>Spread over nodes</source>
        <translation>Verteilung auf Knoten</translation>
    </message>
    <message>
        <source>How pods are spread over nodes and zones.</source>
        <translation>Wie Pods auf Knoten und Zonen verteilt werden.</translation>
    </message>
    <message>
        <source>Rights of the pod</source>
        <translation>Rechte des Pods</translation>
    </message>
    <message>
        <source>User and group of the whole pod; runAsUser becomes --uid on the HPC.</source>
        <translation>Benutzer und Gruppe des ganzen Pods; runAsUser wird auf dem HPC-System zu --uid.</translation>
    </message>
    <message>
        <source>Rights of the container</source>
        <translation>Rechte des Containers</translation>
    </message>
    <message>
        <source>User and rights of the container that runs Ray.</source>
        <translation>Benutzer und Rechte des Containers, in dem Ray läuft.</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Secrets, ConfigMaps and empty folders for the pods. A list here replaces the chart&apos;s own.</source>
        <translation>Secrets, ConfigMaps und leere Ordner für die Pods. Eine Liste hier ersetzt die des Charts.</translation>
    </message>
    <message>
        <source>Volume mounts</source>
        <translation>Einbindung der Volumes</translation>
    </message>
    <message>
        <source>Where the volumes stand in the container.</source>
        <translation>Wo die Volumes im Container stehen.</translation>
    </message>
    <message>
        <source>Containers before Ray</source>
        <translation>Container vor Ray</translation>
    </message>
    <message>
        <source>Containers that run to their end before Ray starts.</source>
        <translation>Container, die bis zu ihrem Ende laufen, bevor Ray startet.</translation>
    </message>
    <message>
        <source>Containers beside Ray</source>
        <translation>Container neben Ray</translation>
    </message>
    <message>
        <source>Further containers in the same pod.</source>
        <translation>Weitere Container im selben Pod.</translation>
    </message>
    <message>
        <source>Start and end hooks</source>
        <translation>Haken bei Start und Ende</translation>
    </message>
    <message>
        <source>What Kubernetes runs after the start and before the end of the container.</source>
        <translation>Was Kubernetes nach dem Start und vor dem Ende des Containers ausführt.</translation>
    </message>
    <message>
        <source>Resource claims</source>
        <translation>Ressourcen-Claims</translation>
    </message>
    <message>
        <source>Claims of dynamic resources, for newer Kubernetes.</source>
        <translation>Claims dynamischer Ressourcen, für neuere Kubernetes.</translation>
    </message>
    <message>
        <source>Resource claims of the container</source>
        <translation>Ressourcen-Claims des Containers</translation>
    </message>
    <message>
        <source>Names of the claims that the container uses.</source>
        <translation>Namen der Claims, die der Container verwendet.</translation>
    </message>
    <message>
        <source>Containers that stay in the cloud</source>
        <translation>Container, die in der Cloud bleiben</translation>
    </message>
    <message>
        <source>Names, separated by commas, of containers that are not handed to the HPC.</source>
        <translation>Namen, durch Kommas getrennt, von Containern, die nicht an das HPC-System gegeben werden.</translation>
    </message>
    <message>
        <source>First containers that stay in the cloud</source>
        <translation>Erste Container, die in der Cloud bleiben</translation>
    </message>
    <message>
        <source>The same for containers that run before Ray.</source>
        <translation>Dasselbe für Container, die vor Ray laufen.</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Ray</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesSection</name>
    <message>
        <source>Set separately</source>
        <translation>Getrennt einstellen</translation>
    </message>
    <message>
        <source>Set separately for head and workers: %1</source>
        <translation>Für Head und Worker getrennt einstellen: %1</translation>
    </message>
    <message>
        <source>Shows each of these settings once for the head and once for the workers.</source>
        <translation>Zeigt jede dieser Einstellungen einmal für den Head und einmal für die Worker.</translation>
    </message>
    <message>
        <source>Head and workers each have their own.</source>
        <translation>Head und Worker haben jeweils eigene.</translation>
    </message>
    <message numerus="yes">
        <source>For head and workers together. They differ in %n setting(s).</source>
        <translation>
            <numerusform>Head und Worker gemeinsam, mit %n Unterschied.</numerusform>
            <numerusform>Head und Worker gemeinsam, mit %n Unterschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>For head and workers together.</source>
        <translation>Head und Worker gemeinsam.</translation>
    </message>
    <message>
        <source>Other keys of the file, kept as they &amp;are</source>
        <translation>Übrige Schlüssel der Datei, &amp;unverändert übernommen</translation>
    </message>
    <message>
        <source>Other keys of the file, kept as they are</source>
        <translation>Übrige Schlüssel der Datei, unverändert übernommen</translation>
    </message>
    <message>
        <source>Return goes to the key in the text.</source>
        <translation>Eingabe geht zum Schlüssel im Text.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesTemplate</name>
    <message>
        <source>Small test: 1 head, 1 worker, 30 min</source>
        <translation>Kleiner Test: 1 Head, 1 Worker, 30 min</translation>
    </message>
    <message>
        <source>To see whether everything works, at little cost.</source>
        <translation>Um bei geringen Kosten zu sehen, ob alles funktioniert.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The example of the tutorial, with three workers.</source>
        <translation>Das Beispiel der Anleitung, mit drei Workern.</translation>
    </message>
    <message>
        <source>Hyperparameter search</source>
        <translation>Hyperparametersuche</translation>
    </message>
    <message>
        <source>Seven workers for eight hours, one trial on each.</source>
        <translation>Sieben Worker für acht Stunden, auf jedem ein Versuch.</translation>
    </message>
    <message>
        <source>There is no such template.</source>
        <translation>Diese Vorlage gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesTools</name>
    <message>
        <source>&amp;Basic</source>
        <translation>&amp;Einfach</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>A&amp;lle</translation>
    </message>
    <message>
        <source>&amp;Find a setting</source>
        <translation>Einstellung &amp;suchen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Searches names, the words of the tools, keys and help texts. Return goes to the setting, Escape ends the search.</source>
        <translation>Durchsucht Namen, die Worte der Werkzeuge, Schlüssel und Hilfetexte. Eingabe geht zur Einstellung, Esc beendet die Suche.</translation>
    </message>
    <message>
        <source>Shows the settings that most people need.</source>
        <translation>Zeigt die Einstellungen, die die meisten brauchen.</translation>
    </message>
    <message>
        <source>Shows every setting that the chart and the gateway know.</source>
        <translation>Zeigt jede Einstellung, die Chart und Gateway kennen.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::WaitForLink</name>
    <message>
        <source>The connection was ended meanwhile.</source>
        <translation>Die Verbindung wurde inzwischen beendet.</translation>
    </message>
</context>
<context>
    <name>rayhelm::WelcomePanel</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Run Ray on a supercomputer, and give it back when you are done</source>
        <translation>Ray auf einem Supercomputer ausführen und ihn zurückgeben, wenn Sie fertig sind</translation>
    </message>
    <message>
        <source>Connect to my VM...</source>
        <translation>Mit meiner VM verbinden...</translation>
    </message>
    <message>
        <source>You need its address, your user name, and a key or password.</source>
        <translation>Sie brauchen ihre Adresse, Ihren Benutzernamen und einen Schlüssel oder ein Passwort.</translation>
    </message>
    <message>
        <source>Practise on this computer</source>
        <translation>Auf diesem Computer üben</translation>
    </message>
    <message>
        <source>A practice VM. No HPC hours, nothing leaves this computer.</source>
        <translation>Eine Übungs-VM. Keine HPC-Stunden, nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Open a profile...</source>
        <translation>Profil öffnen...</translation>
    </message>
    <message>
        <source>A file from a colleague. It contains no passwords.</source>
        <translation>Eine Datei von einer Kollegin oder einem Kollegen. Sie enthält keine Passwörter.</translation>
    </message>
    <message>
        <source>ssh was not found on this computer.</source>
        <translation>ssh wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>It is not installed, or not in the PATH. Install the OpenSSH client, then start Rayhelm again.</source>
        <translation>Es ist nicht installiert oder nicht im PATH. Installieren Sie den OpenSSH-Client, und starten Sie Rayhelm neu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The practice VM is not installed. Install the package rayhelm-practice, or start Rayhelm from its source folder with &quot;./run --practice&quot;.</source>
        <translation>Die Übungs-VM ist nicht installiert. Installieren Sie das Paket rayhelm-practice, oder starten Sie Rayhelm aus seinem Quellordner mit „./run --practice“.</translation>
    </message>
    <message>
        <source>The practice VM is being started.</source>
        <translation>Die Übungs-VM wird gestartet.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the connection %1</source>
        <translation>Verbindung %1 zeigen</translation>
    </message>
    <message>
        <source>Opens it without connecting.</source>
        <translation>Öffnet sie, ohne zu verbinden.</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profile (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>rayhelm::WorkerGroups</name>
    <message>
        <source>The name becomes part of the pods&apos; names: it may hold only small letters, digits and hyphens.</source>
        <translation>Der Name wird Teil der Namen der Pods: Er darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten.</translation>
    </message>
    <message>
        <source>The name must have at most %1 characters.</source>
        <translation>Der Name darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>There is a group named %1 already.</source>
        <translation>Es gibt schon eine Gruppe namens %1.</translation>
    </message>
    <message>
        <source>Worker group %1 added</source>
        <translation>Workergruppe %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Worker group %1 disabled</source>
        <translation>Workergruppe %1 ausgeschaltet</translation>
    </message>
    <message>
        <source>Worker group %1 enabled</source>
        <translation>Workergruppe %1 eingeschaltet</translation>
    </message>
    <message>
        <source>Worker group %1 renamed to %2</source>
        <translation>Workergruppe %1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>The chart&apos;s own worker group can be disabled, not removed.</source>
        <translation>Die eigene Workergruppe des Charts kann ausgeschaltet, nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Worker group %1 removed</source>
        <translation>Workergruppe %1 entfernt</translation>
    </message>
</context>
<context>
    <name>rayhelm::WorkerGroupsBar</name>
    <message>
        <source>Add a copy</source>
        <translation>Kopie hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Worker groups</source>
        <translation>Workergruppen</translation>
    </message>
    <message>
        <source>Groups of workers that differ, for example in their GPUs. F2 renames the chosen one.</source>
        <translation>Gruppen von Workern, die sich unterscheiden, zum Beispiel in ihren GPUs. F2 benennt die gewählte um.</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n Worker</numerusform>
            <numerusform>%n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, disabled</source>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>A new group with the settings of the chosen one and one worker.</source>
        <translation>Eine neue Gruppe mit den Einstellungen der gewählten und einem Worker.</translation>
    </message>
    <message>
        <source>Its workers are started with the next install.</source>
        <translation>Ihre Worker werden bei der nächsten Installation gestartet.</translation>
    </message>
    <message>
        <source>It stays in the file; none of its workers is started.</source>
        <translation>Sie bleibt in der Datei; keiner ihrer Worker wird gestartet.</translation>
    </message>
    <message>
        <source>The chart&apos;s own worker group can be disabled, not removed or renamed.</source>
        <translation>Die eigene Workergruppe des Charts kann ausgeschaltet, nicht entfernt oder umbenannt werden.</translation>
    </message>
    <message>
        <source>The name becomes part of the pods&apos; names.</source>
        <translation>Der Name wird Teil der Namen der Pods.</translation>
    </message>
    <message>
        <source>Takes the group out of the file. Undo brings it back.</source>
        <translation>Nimmt die Gruppe aus der Datei. Rückgängig bringt sie zurück.</translation>
    </message>
</context>
<context>
    <name>rayhelm::WorkingDirectory</name>
    <message>
        <source>Nothing would be sent. The pattern %1 leaves out the whole folder.</source>
        <translation>Nichts würde gesendet. Das Muster %1 lässt den ganzen Ordner aus.</translation>
    </message>
    <message>
        <source>Nothing would be sent. Line %1 of %2 leaves out the whole folder.</source>
        <translation>Nichts würde gesendet. Zeile %1 von %2 lässt den ganzen Ordner aus.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name and size</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Too many files: more than %1. Choose a smaller folder.</source>
        <translation>Zu viele Dateien: mehr als %1. Wählen Sie einen kleineren Ordner.</translation>
    </message>
    <message>
        <source>Nothing would be sent: there is no file left in this folder.</source>
        <translation>Nichts würde gesendet: In diesem Ordner ist keine Datei übrig.</translation>
    </message>
    <message>
        <source>Too big: %1 of %2. Largest: %3. Leave out what the job does not need.</source>
        <translation>Zu groß: %1 von %2. Am größten: %3. Lassen Sie aus, was der Job nicht braucht.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Leave it out, or change its permissions.</source>
        <translation>%1 kann nicht gelesen werden. Lassen Sie es aus, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>left out because of %1 line %2</source>
        <translation>ausgelassen wegen %1 Zeile %2</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>von Ihnen ausgelassen</translation>
    </message>
    <message>
        <source>left out: jobs never need it</source>
        <translation>ausgelassen: Jobs brauchen das nie</translation>
    </message>
    <message>
        <source>left out: the link leads nowhere</source>
        <translation>ausgelassen: Die Verknüpfung führt ins Leere</translation>
    </message>
    <message>
        <source>left out: the link leads back to a folder above it</source>
        <translation>ausgelassen: Die Verknüpfung führt zu einem Ordner darüber zurück</translation>
    </message>
    <message>
        <source>left out: not an ordinary file</source>
        <translation>ausgelassen: keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>left out: its name is not UTF-8</source>
        <translation>ausgelassen: Der Name ist nicht UTF-8</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came into the folder after you looked at the list: %1. Look at the files again, then send the job.</source>
        <translation>
            <numerusform>%n Datei kam in den Ordner, nachdem Sie die Liste angesehen hatten: %1. Sehen Sie die Dateien noch einmal an, dann senden Sie den Job.</numerusform>
            <numerusform>%n Dateien kamen in den Ordner, nachdem Sie die Liste angesehen hatten: %1. Sehen Sie die Dateien noch einmal an, dann senden Sie den Job.</numerusform>
        </translation>
    </message>
    <message>
        <source>left out: the link leads out of the folder, to %1</source>
        <translation>weggelassen: Der Link führt aus dem Ordner hinaus, nach %1</translation>
    </message>
</context>
<context>
    <name>rayhelm::Yaml</name>
    <message>
        <source>a second document starts here; Helm would leave it out or mix it in</source>
        <translation>hier beginnt ein zweites Dokument; Helm würde es auslassen oder einmischen</translation>
    </message>
    <message>
        <source>it has too many entries</source>
        <translation>es hat zu viele Einträge</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the alias *%1 has no anchor before it</source>
        <translation>der Alias *%1 hat keinen Anker vor sich</translation>
    </message>
    <message>
        <source>the alias *%1 stands inside its own anchor</source>
        <translation>der Alias *%1 steht in seinem eigenen Anker</translation>
    </message>
    <message>
        <source>its aliases repeat too much</source>
        <translation>seine Aliasse wiederholen zu viel</translation>
    </message>
    <message>
        <source>programs read it in different ways</source>
        <translation>Programme lesen es auf verschiedene Weise</translation>
    </message>
    <message>
        <source>the change would make it unreadable (%1)</source>
        <translation>die Änderung würde es unlesbar machen (%1)</translation>
    </message>
    <message>
        <source>the change would alter something else too</source>
        <translation>die Änderung würde auch etwas anderes ändern</translation>
    </message>
    <message>
        <source>Line %1 cannot be read: %2.</source>
        <translation>Zeile %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>it holds bytes that are not UTF-8 text</source>
        <translation>sie enthält Bytes, die kein UTF-8-Text sind</translation>
    </message>
    <message>
        <source>it holds a NUL byte</source>
        <translation>sie enthält ein NUL-Byte</translation>
    </message>
    <message>
        <source>it holds the unusual line separator %1, which Helm takes for a line end</source>
        <translation>sie enthält den ungewöhnlichen Zeilentrenner %1, den Helm für ein Zeilenende hält</translation>
    </message>
    <message>
        <source>it holds a byte order mark, which may only stand at the very beginning</source>
        <translation>sie enthält eine Bytereihenfolge-Marke, die nur ganz am Anfang stehen darf</translation>
    </message>
    <message>
        <source>it holds the control character %1</source>
        <translation>sie enthält das Steuerzeichen %1</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>sie ist größer als %1</translation>
    </message>
    <message>
        <source>it is UTF-16 or UTF-32 text; save it as UTF-8</source>
        <translation>sie ist UTF-16- oder UTF-32-Text; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>it holds a carriage return without a line feed</source>
        <translation>sie enthält einen Wagenrücklauf ohne Zeilenvorschub</translation>
    </message>
    <message>
        <source>a map or list is used as a key</source>
        <translation>eine Zuordnung oder Liste wird als Schlüssel verwendet</translation>
    </message>
    <message>
        <source>a key is missing before the colon</source>
        <translation>vor dem Doppelpunkt fehlt ein Schlüssel</translation>
    </message>
    <message>
        <source>there is something unexpected in it</source>
        <translation>darin ist etwas Unerwartetes</translation>
    </message>
    <message>
        <source>it is not a place that can take an entry</source>
        <translation>an dieser Stelle kann kein Eintrag stehen</translation>
    </message>
    <message>
        <source>%1 is not a map</source>
        <translation>%1 ist keine Zuordnung</translation>
    </message>
    <message>
        <source>%1 is not a list</source>
        <translation>%1 ist keine Liste</translation>
    </message>
    <message>
        <source>there is a key &quot;%1&quot; already</source>
        <translation>den Schlüssel „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>a values file is a map</source>
        <translation>eine Wertedatei ist eine Zuordnung</translation>
    </message>
    <message>
        <source>Line %1 was left alone: %2.</source>
        <translation>Zeile %1 blieb unverändert: %2.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>its key is written in an unusual way</source>
        <translation>sein Schlüssel ist ungewöhnlich geschrieben</translation>
    </message>
    <message>
        <source>its key is too long</source>
        <translation>sein Schlüssel ist zu lang</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; also stands on line %2</source>
        <translation>der Schlüssel „%1“ steht auch in Zeile %2</translation>
    </message>
    <message>
        <source>line %1 uses it as *%2</source>
        <translation>Zeile %1 verwendet es als *%2</translation>
    </message>
    <message>
        <source>it has the tag %1</source>
        <translation>es hat das Tag %1</translation>
    </message>
    <message>
        <source>the whole content cannot be removed</source>
        <translation>der ganze Inhalt kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>it has no key</source>
        <translation>es hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>it has an anchor or a tag</source>
        <translation>es hat einen Anker oder ein Tag</translation>
    </message>
    <message>
        <source>the file has no content yet</source>
        <translation>die Datei hat noch keinen Inhalt</translation>
    </message>
    <message>
        <source>the whole content cannot be replaced at once</source>
        <translation>der ganze Inhalt kann nicht auf einmal ersetzt werden</translation>
    </message>
    <message>
        <source>The text holds half a character.</source>
        <translation>Der Text enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>Helm cannot read the number %1.</source>
        <translation>Helm kann die Zahl %1 nicht lesen.</translation>
    </message>
    <message>
        <source>The key is too long.</source>
        <translation>Der Schlüssel ist zu lang.</translation>
    </message>
    <message>
        <source>Helm does not know the escape \/</source>
        <translation>Helm kennt die Schreibweise \/ nicht</translation>
    </message>
    <message>
        <source>a comment stands behind its tag</source>
        <translation>hinter seinem Tag steht ein Kommentar</translation>
    </message>
    <message>
        <source>it has a tag, but no value</source>
        <translation>es hat einen Tag, aber keinen Wert</translation>
    </message>
    <message>
        <source>a comment stands behind its anchor</source>
        <translation>hinter seinem Anker steht ein Kommentar</translation>
    </message>
</context>
<context>
    <name>rayhelm::YamlTextView</name>
    <message>
        <source>Text of the configuration</source>
        <translation>Text der Konfiguration</translation>
    </message>
    <message>
        <source>The values file itself. Tab indents; press Escape and then Tab, or F6, to leave.</source>
        <translation>Die Wertedatei selbst. Tab rückt ein; Esc und dann Tab, oder F6, verlässt sie.</translation>
    </message>
    <message>
        <source>Problem in line %1: %2</source>
        <translation>Problem in Zeile %1: %2</translation>
    </message>
    <message>
        <source>Hint for line %1: %2</source>
        <translation>Hinweis zu Zeile %1: %2</translation>
    </message>
</context>
</TS>
