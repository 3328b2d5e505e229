<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddCommand</name>
    <message>
        <source>Add a job and print its id.</source>
        <translation>Einen Job anlegen und seine ID ausgeben.</translation>
    </message>
    <message>
        <source>What a person calls the job</source>
        <translation>Wie der Job für Menschen heißt</translation>
    </message>
    <message>
        <source>Its id; without it one is made</source>
        <translation>Seine ID; ohne Angabe wird eine erzeugt</translation>
    </message>
    <message>
        <source>“%1” cannot be an id: it must have 1 to %2 characters, no control character, and no blank at either end.</source>
        <translation>„%1“ ist als ID nicht möglich: nötig sind 1 bis %2 Zeichen, kein Steuerzeichen und kein Leerzeichen am Anfang oder Ende.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Print data as JSON</source>
        <translation>Daten als JSON ausgeben</translation>
    </message>
    <message>
        <source>The job store: a database file, sqlite:PATH or memory:. Otherwise that of JOB_STORE_TYPE, SQLITE_PATH or DB_PATH; otherwise your own</source>
        <translation>Der Job-Speicher: eine Datenbankdatei, sqlite:PATH oder memory:. Sonst der aus JOB_STORE_TYPE, SQLITE_PATH oder DB_PATH; sonst der eigene</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>Die Option „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>„%1“ ist ein Argument zu viel.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 was given more than once.</source>
        <translation>%1 wurde mehrmals angegeben.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>See `%1`.</source>
        <translation>Siehe `%1`.</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Keeps the record of background jobs.</source>
        <translation>Führt Buch über Hintergrundjobs.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>Die Version ausgeben und beenden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>An argument is not valid UTF-8.</source>
        <translation>Ein Argument ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Es fehlt ein Befehl.</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>There is no job “%1”. `tallymanctl list` shows the jobs there are.</source>
        <translation>Den Job „%1“ gibt es nicht. `tallymanctl list` zeigt die vorhandenen Jobs.</translation>
    </message>
</context>
<context>
    <name>CountCommand</name>
    <message>
        <source>Print how many jobs match.</source>
        <translation>Ausgeben, wie viele Jobs passen.</translation>
    </message>
</context>
<context>
    <name>DeleteCommand</name>
    <message>
        <source>Delete jobs with their results and uploaded files.</source>
        <translation>Jobs samt Ergebnissen und hochgeladenen Dateien löschen.</translation>
    </message>
    <message>
        <source>Jobs that would be deleted: %1.</source>
        <translation>Jobs, die gelöscht würden: %1.</translation>
    </message>
    <message>
        <source>Jobs deleted: %1.</source>
        <translation>Gelöschte Jobs: %1.</translation>
    </message>
</context>
<context>
    <name>DesktopOptions</name>
    <message>
        <source>--port is “%1”, and must be a whole number from 0 to 65535.</source>
        <translation>--port ist „%1“, muss aber eine ganze Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>Shows background jobs as they run, and serves the API that they are reported to.</source>
        <translation>Zeigt Hintergrundjobs, während sie laufen, und stellt die API bereit, an die sie gemeldet werden.</translation>
    </message>
    <message>
        <source>Open this database.</source>
        <translation>Diese Datenbank öffnen.</translation>
    </message>
    <message>
        <source>Serve the API at this port; 0 for any that is free.</source>
        <translation>Die API an diesem Port bereitstellen; 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>“%1” is not an option. See --help.</source>
        <translation>„%1“ ist keine Option. Siehe --help.</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>Write the jobs that match as CSV or JSON.</source>
        <translation>Die passenden Jobs als CSV oder JSON schreiben.</translation>
    </message>
    <message>
        <source>csv, json (one array) or jsonl (a job a line); otherwise what the file&apos;s name ends with, or csv</source>
        <translation>csv, json (ein Array) oder jsonl (ein Job je Zeile); sonst das, worauf der Dateiname endet, oder csv</translation>
    </message>
    <message>
        <source>The file to write, which takes the place of an old one only when it is complete; otherwise standard output. With --json, what was done is printed as JSON</source>
        <translation>Die zu schreibende Datei, die eine alte erst ersetzt, wenn sie vollständig ist; sonst die Standardausgabe. Mit --json wird als JSON ausgegeben, was getan wurde</translation>
    </message>
    <message>
        <source>Each job with the results of its items; not with csv</source>
        <translation>Jeder Job mit den Ergebnissen seiner Elemente; nicht mit csv</translation>
    </message>
    <message>
        <source>The jobs are those that match when it begins, in the order of the query, each as it is when its turn comes; jobs that are deleted meanwhile are left out and counted. CSV has a row of names, and every text as it is, so that nothing is lost: a spreadsheet may take one that begins with = for a formula.</source>
        <translation>Es sind die Jobs, die zu Beginn passen, in der Reihenfolge der Abfrage, jeder so, wie er ist, wenn er an die Reihe kommt; Jobs, die inzwischen gelöscht werden, werden ausgelassen und gezählt. CSV hat eine Zeile mit Namen und jeden Text unverändert, damit nichts verloren geht: Eine Tabellenkalkulation kann einen Text, der mit = beginnt, für eine Formel halten.</translation>
    </message>
    <message>
        <source>--with-results needs --format json or jsonl.</source>
        <translation>--with-results braucht --format json oder jsonl.</translation>
    </message>
    <message>
        <source>--format is “%1”, and must be csv, json or jsonl.</source>
        <translation>--format ist „%1“, muss aber csv, json oder jsonl sein.</translation>
    </message>
    <message>
        <source>--json and --format csv exclude each other without --output.</source>
        <translation>--json und --format csv schließen einander ohne --output aus.</translation>
    </message>
    <message>
        <source>Interrupted; %1 was not written.</source>
        <translation>Unterbrochen; %1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Interrupted; the output is not complete.</source>
        <translation>Unterbrochen; die Ausgabe ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Jobs written to %1: %2.</source>
        <translation>Nach %1 geschriebene Jobs: %2.</translation>
    </message>
    <message>
        <source>Jobs that were deleted meanwhile and are left out: %1.</source>
        <translation>Inzwischen gelöschte und daher ausgelassene Jobs: %1.</translation>
    </message>
</context>
<context>
    <name>FailedCommand</name>
    <message>
        <source>List the jobs that failed, with the first line of their errors.</source>
        <translation>Fehlgeschlagene Jobs mit der ersten Zeile ihrer Fehler auflisten.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>in %1 d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 %2
%3 UTC</source>
        <translation>%1 %2
%3 UTC</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1K</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1B</source>
        <comment>billions</comment>
        <translation>%1 Mrd.</translation>
    </message>
</context>
<context>
    <name>HelpFormatter</name>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
</context>
<context>
    <name>HttpGuard</name>
    <message>
        <source>Too many connections are open. Try again in a moment.</source>
        <translation>Zu viele Verbindungen sind offen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The body came too slowly.</source>
        <translation>Der Body kam zu langsam an.</translation>
    </message>
    <message>
        <source>The head of the request took too long to arrive.</source>
        <translation>Der Kopf der Anfrage brauchte zu lange, um anzukommen.</translation>
    </message>
    <message>
        <source>The head of the request is longer than %1 bytes.</source>
        <translation>Der Kopf der Anfrage ist länger als %1 Byte.</translation>
    </message>
    <message>
        <source>The request has more than %1 header fields.</source>
        <translation>Die Anfrage hat mehr als %1 Header-Felder.</translation>
    </message>
    <message>
        <source>The request has a header field that goes over several lines.</source>
        <translation>Die Anfrage hat ein Header-Feld, das über mehrere Zeilen geht.</translation>
    </message>
    <message>
        <source>The request has a list as its Content-Length.</source>
        <translation>Die Anfrage hat eine Liste als Content-Length.</translation>
    </message>
    <message>
        <source>The only Transfer-Encoding that is understood is chunked.</source>
        <translation>Als Transfer-Encoding wird nur chunked verstanden.</translation>
    </message>
    <message>
        <source>The request is not valid HTTP/1.1.</source>
        <translation>Die Anfrage ist kein gültiges HTTP/1.1.</translation>
    </message>
    <message>
        <source>The request has a chunk header or trailer without end.</source>
        <translation>Die Anfrage hat einen Chunk-Header oder Trailer ohne Ende.</translation>
    </message>
    <message>
        <source>The request target is longer than %1 bytes.</source>
        <translation>Das Anfrageziel ist länger als %1 Byte.</translation>
    </message>
    <message>
        <source>The request has more than one Content-Length.</source>
        <translation>Die Anfrage hat mehr als eine Content-Length.</translation>
    </message>
    <message>
        <source>An HTTP/1.0 request cannot have a Transfer-Encoding.</source>
        <translation>Eine HTTP/1.0-Anfrage kann kein Transfer-Encoding haben.</translation>
    </message>
    <message>
        <source>The only expectation that can be met is 100-continue.</source>
        <translation>Als Erwartung (Expect) kann nur 100-continue erfüllt werden.</translation>
    </message>
    <message>
        <source>The request has more than one Content-Type.</source>
        <translation>Die Anfrage hat mehr als einen Content-Type.</translation>
    </message>
    <message>
        <source>The body must be multipart/form-data.</source>
        <translation>Der Body muss multipart/form-data sein.</translation>
    </message>
    <message>
        <source>The body must be application/json.</source>
        <translation>Der Body muss application/json sein.</translation>
    </message>
    <message>
        <source>This method is not known here.</source>
        <translation>Diese Methode ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The request target must be a path, such as /api/jobs.</source>
        <translation>Das Anfrageziel muss ein Pfad sein, etwa /api/jobs.</translation>
    </message>
    <message>
        <source>A request needs exactly one Host.</source>
        <translation>Eine Anfrage braucht genau einen Host-Header.</translation>
    </message>
    <message>
        <source>This server answers for localhost, 127.0.0.1 and [::1] only.</source>
        <translation>Dieser Server antwortet nur für localhost, 127.0.0.1 und [::1].</translation>
    </message>
    <message>
        <source>The body is longer than the %1 bytes that are allowed here.</source>
        <translation>Der Body ist länger als die %1 Byte, die hier erlaubt sind.</translation>
    </message>
</context>
<context>
    <name>HttpQuery</name>
    <message>
        <source>A parameter is not valid UTF-8.</source>
        <translation>Ein Parameter ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The parameter %1 is given twice.</source>
        <translation>Der Parameter %1 ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>There is no parameter “%1” here.</source>
        <translation>Den Parameter „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>%1 must be a time in ISO 8601, such as 2026-01-21T10:30:00Z.</source>
        <translation>%1 muss ein Zeitpunkt nach ISO 8601 sein, etwa 2026-01-21T10:30:00Z.</translation>
    </message>
</context>
<context>
    <name>HttpReply</name>
    <message>
        <source>The request failed because of an internal error. The log of the server may say more.</source>
        <translation>Die Anfrage ist an einem internen Fehler gescheitert. Das Protokoll des Servers sagt vielleicht mehr.</translation>
    </message>
</context>
<context>
    <name>HttpRouter</name>
    <message>
        <source>There is nothing at %1.</source>
        <translation>Unter %1 gibt es nichts.</translation>
    </message>
    <message>
        <source>%1 takes no %2.</source>
        <translation>%1 nimmt kein %2 an.</translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>The server can listen on a loopback address only, such as 127.0.0.1, and %1 is none.</source>
        <translation>Der Server kann nur an einer Loopback-Adresse wie 127.0.0.1 lauschen, und %1 ist keine.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is taken by another program. End that program, or choose another port (0 takes any that is free).</source>
        <translation>Port %1 auf %2 ist von einem anderen Programm belegt. Dieses Programm beenden oder einen anderen Port wählen (0 nimmt einen beliebigen freien).</translation>
    </message>
    <message>
        <source>You are not allowed to use port %1 on %2. Choose a port above 1023.</source>
        <translation>Port %1 auf %2 darf nicht verwendet werden. Einen Port über 1023 wählen.</translation>
    </message>
    <message>
        <source>The server cannot listen on port %1 of %2. Choose another address or port.</source>
        <translation>Der Server kann an Port %1 von %2 nicht lauschen. Andere Adresse oder anderen Port wählen.</translation>
    </message>
</context>
<context>
    <name>HttpUploads</name>
    <message>
        <source>The form has no field “file” with a file in it.</source>
        <translation>Das Formular hat kein Feld „file“ mit einer Datei darin.</translation>
    </message>
    <message>
        <source>The form has more than one field “file”; send one file at a time.</source>
        <translation>Das Formular hat mehr als ein Feld „file“; immer nur eine Datei senden.</translation>
    </message>
    <message>
        <source>The file is longer than the %1 bytes that are allowed.</source>
        <translation>Die Datei ist größer als die erlaubten %1 Byte.</translation>
    </message>
    <message>
        <source>The file in the field “file” has no name.</source>
        <translation>Die Datei im Feld „file“ hat keinen Namen.</translation>
    </message>
    <message>
        <source>The request needs a multipart/form-data body, and its Content-Type the boundary of it.</source>
        <translation>Die Anfrage braucht einen Body vom Typ multipart/form-data und ihr Content-Type dessen Boundary.</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>PROGRESS</source>
        <translation>FORTSCHRITT</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>PROVIDER</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>BENUTZER</translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation>ERSTELLT</translation>
    </message>
    <message>
        <source>QUEUED</source>
        <translation>EINGEREIHT</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>GESTARTET</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>BEENDET</translation>
    </message>
    <message>
        <source>HEARTBEAT</source>
        <translation>LEBENSZEICHEN</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>LÄUFT AB</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTEZEIT</translation>
    </message>
    <message>
        <source>REMAINING</source>
        <translation>VERBLEIBEND</translation>
    </message>
    <message>
        <source>ITEMS</source>
        <translation>ELEMENTE</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>FERTIG</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>RETRIES</source>
        <translation>ERNEUTE VERSUCHE</translation>
    </message>
    <message>
        <source>PINNED</source>
        <translation>ANGEHEFTET</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>INPUT</source>
        <translation>EINGABE</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>There is no column “%1”. There are: %2.</source>
        <translation>Die Spalte „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>JobDeed</name>
    <message>
        <source>Cancelling jobs</source>
        <translation>Jobs werden abgebrochen</translation>
    </message>
    <message>
        <source>Sending jobs back to pending</source>
        <translation>Jobs werden wieder auf Wartend gesetzt</translation>
    </message>
    <message>
        <source>Setting jobs failed</source>
        <translation>Jobs werden als fehlgeschlagen markiert</translation>
    </message>
    <message>
        <source>Pinning jobs</source>
        <translation>Jobs werden angeheftet</translation>
    </message>
    <message>
        <source>Unpinning jobs</source>
        <translation>Jobs werden losgelöst</translation>
    </message>
    <message>
        <source>Writing notes</source>
        <translation>Notizen werden geschrieben</translation>
    </message>
    <message>
        <source>Deleting jobs</source>
        <translation>Jobs werden gelöscht</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <comment>3 jobs</comment>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 sent back to pending</source>
        <comment>3 jobs</comment>
        <translation>%1 wieder auf Wartend gesetzt</translation>
    </message>
    <message>
        <source>%1 set failed</source>
        <comment>3 jobs</comment>
        <translation>%1 als fehlgeschlagen markiert</translation>
    </message>
    <message>
        <source>%1 pinned</source>
        <comment>3 jobs</comment>
        <translation>%1 angeheftet</translation>
    </message>
    <message>
        <source>%1 unpinned</source>
        <comment>3 jobs</comment>
        <translation>%1 losgelöst</translation>
    </message>
    <message>
        <source>Note of %1 written</source>
        <comment>3 jobs</comment>
        <translation>Notiz von %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <comment>3 jobs</comment>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <comment>3 jobs</comment>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <comment>3 jobs</comment>
        <translation>%1 erneut versuchen</translation>
    </message>
    <message>
        <source>Set %1 failed</source>
        <comment>3 jobs</comment>
        <translation>%1 als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <comment>3 jobs</comment>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <comment>3 jobs</comment>
        <translation>%1 loslösen</translation>
    </message>
    <message>
        <source>Replace the note of %1</source>
        <comment>3 jobs</comment>
        <translation>Notiz von %1 ersetzen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>3 jobs</comment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 Job</numerusform>
            <numerusform>%1 Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobExport</name>
    <message>
        <source>There is no room left on the disk for %1. Free some space and try again.</source>
        <translation>%1 passt nicht mehr auf den Datenträger. Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check that its folder exists and that you may write there.</source>
        <translation>%1 kann nicht geschrieben werden. Prüfen, ob der Ordner existiert und dort geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The output</source>
        <translation>Die Ausgabe</translation>
    </message>
    <message>
        <source>%1 is no ordinary file, and cannot be replaced by one. Choose another name.</source>
        <translation>%1 ist keine gewöhnliche Datei und kann nicht durch eine ersetzt werden. Einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>JobFields</name>
    <message>
        <source>pending, running, completed, failed or cancelled</source>
        <translation>pending, running, completed, failed oder cancelled</translation>
    </message>
    <message>
        <source>How far it is, from 0 to 1</source>
        <translation>Wie weit er ist, von 0 bis 1</translation>
    </message>
    <message>
        <source>What runs it: a service, a script, a machine</source>
        <translation>Was ihn ausführt: ein Dienst, ein Skript, eine Maschine</translation>
    </message>
    <message>
        <source>Whom it runs for</source>
        <translation>Für wen er läuft</translation>
    </message>
    <message>
        <source>How many items it will treat</source>
        <translation>Wie viele Elemente er bearbeiten wird</translation>
    </message>
    <message>
        <source>How many of them are done</source>
        <translation>Wie viele davon fertig sind</translation>
    </message>
    <message>
        <source>What it works on: a path or address</source>
        <translation>Was er bearbeitet: ein Pfad oder eine Adresse</translation>
    </message>
    <message>
        <source>What it makes: a path or address</source>
        <translation>Was er erzeugt: ein Pfad oder eine Adresse</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Warum er fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>What it was asked to do</source>
        <translation>Womit er beauftragt wurde</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was dabei herauskam</translation>
    </message>
    <message>
        <source>Anything else to keep with it</source>
        <translation>Was sonst noch bei ihm aufbewahrt werden soll</translation>
    </message>
    <message>
        <source>How far it is, in its own words</source>
        <translation>Wie weit er ist, in eigenen Worten</translation>
    </message>
    <message>
        <source>Whom the producer tells when it ends</source>
        <translation>Wen der Erzeuger benachrichtigt, wenn er endet</translation>
    </message>
    <message>
        <source>How often it may be tried again</source>
        <translation>Wie oft er erneut versucht werden darf</translation>
    </message>
    <message>
        <source>Its size in bytes</source>
        <translation>Seine Größe in Byte</translation>
    </message>
    <message>
        <source>How many files it has</source>
        <translation>Wie viele Dateien er hat</translation>
    </message>
    <message>
        <source>When it may be deleted, once it has ended: a time such as 2026-01-21T10:30:00Z, or from now on, such as 30d</source>
        <translation>Wann er nach seinem Ende gelöscht werden darf: ein Zeitpunkt wie 2026-01-21T10:30:00Z oder eine Zeitspanne ab jetzt wie 30d</translation>
    </message>
    <message>
        <source>What a person noted about it</source>
        <translation>Was ein Mensch dazu notiert hat</translation>
    </message>
</context>
<context>
    <name>JobFilter</name>
    <message>
        <source>The query is longer than %1 characters.</source>
        <translation>Die Abfrage ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>This character cannot be part of a query.</source>
        <translation>Dieses Zeichen kann nicht Teil einer Abfrage sein.</translation>
    </message>
    <message>
        <source>There are more than %1 conditions.</source>
        <translation>Es gibt mehr als %1 Bedingungen.</translation>
    </message>
    <message>
        <source>Behind the minus sign must stand what to leave out.</source>
        <translation>Hinter dem Minuszeichen muss stehen, was ausgelassen werden soll.</translation>
    </message>
    <message>
        <source>Behind the quotation mark must follow a blank.</source>
        <translation>Hinter dem Anführungszeichen muss ein Leerzeichen folgen.</translation>
    </message>
    <message>
        <source>There is nothing between the quotation marks.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for a text with a colon, put it in quotation marks.</source>
        <translation>Das Feld „%1“ gibt es nicht. Um nach einem Text mit Doppelpunkt zu suchen, diesen in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>There are more than %1 values.</source>
        <translation>Es gibt mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>“%1” has no opposite; leave the minus sign out.</source>
        <translation>„%1“ hat kein Gegenteil; das Minuszeichen weglassen.</translation>
    </message>
    <message>
        <source>Only “in:all” is known: it searches input, output, JSON and results too.</source>
        <translation>Nur „in:all“ ist bekannt: Es durchsucht auch Eingabe, Ausgabe, JSON und Ergebnisse.</translation>
    </message>
    <message>
        <source>“sort:” is there twice; put all fields into one, with commas.</source>
        <translation>„sort:“ kommt doppelt vor; alle Felder mit Kommas in einem angeben.</translation>
    </message>
    <message>
        <source>Jobs cannot be sorted by “%1”.</source>
        <translation>Jobs können nicht nach „%1“ sortiert werden.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>„%1“ kommt doppelt vor.</translation>
    </message>
    <message>
        <source>There are more than %1 fields to sort by.</source>
        <translation>Es gibt mehr als %1 Felder zum Sortieren.</translation>
    </message>
    <message>
        <source>Behind a backslash must follow &quot; or \.</source>
        <translation>Hinter einem Backslash muss &quot; oder \ folgen.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>Behind the quotation mark must follow a blank or a comma.</source>
        <translation>Hinter dem Anführungszeichen muss ein Leerzeichen oder ein Komma folgen.</translation>
    </message>
    <message>
        <source>A value is missing here. For a field without text write &quot;&quot;.</source>
        <translation>Hier fehlt ein Wert. Für ein Feld ohne Text &quot;&quot; schreiben.</translation>
    </message>
    <message>
        <source>“%1” takes no text in quotation marks.</source>
        <translation>„%1“ nimmt keinen Text in Anführungszeichen an.</translation>
    </message>
    <message>
        <source>Only “is:pinned” is known.</source>
        <translation>Nur „is:pinned“ ist bekannt.</translation>
    </message>
    <message>
        <source>In front of the * must stand how the text begins.</source>
        <translation>Vor dem * muss stehen, wie der Text beginnt.</translation>
    </message>
    <message>
        <source>A * is not needed here: every text that contains this is found.</source>
        <translation>Ein * ist hier nicht nötig: Jeder Text, der dies enthält, wird gefunden.</translation>
    </message>
    <message>
        <source>Write &lt;%1 for less than that long ago, or &gt;%1 for more.</source>
        <translation>&lt;%1 schreiben, wenn es weniger lange her ist, oder &gt;%1, wenn es länger her ist.</translation>
    </message>
    <message>
        <source>“%1” is no length of time such as 90s, 1h30m or 250ms.</source>
        <translation>„%1“ ist keine Zeitspanne wie 90s, 1h30m oder 250ms.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no size such as 10MB, 1.5GiB or 1024.</source>
        <translation>„%1“ ist keine Größe wie 10MB, 1.5GiB oder 1024.</translation>
    </message>
    <message>
        <source>“%1” is no progress from 0% to 100%, or from 0 to 1.</source>
        <translation>„%1“ ist kein Fortschritt von 0% bis 100% oder von 0 bis 1.</translation>
    </message>
    <message>
        <source>“%1” is longer than a thousand years.</source>
        <translation>„%1“ ist länger als tausend Jahre.</translation>
    </message>
    <message>
        <source>“%1” is no time such as 2026-01-21, 2026-01-21T10:30, today, or 7d behind &lt; or &gt;.</source>
        <translation>„%1“ ist kein Zeitpunkt wie 2026-01-21, 2026-01-21T10:30, today oder 7d hinter &lt; oder &gt;.</translation>
    </message>
    <message>
        <source>Column %1 of the query: %2</source>
        <translation>Spalte %1 der Abfrage: %2</translation>
    </message>
</context>
<context>
    <name>JobJson</name>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1 muss ein Text sein.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 liegt außerhalb des Wertebereichs.</translation>
    </message>
    <message>
        <source>%1 must be a time in ISO 8601, such as 2026-01-21T10:30:00Z.</source>
        <translation>%1 muss ein Zeitpunkt nach ISO 8601 sein, etwa 2026-01-21T10:30:00Z.</translation>
    </message>
    <message>
        <source>%1 cannot be null.</source>
        <translation>%1 kann nicht null sein.</translation>
    </message>
    <message>
        <source>“%1” is not a field that can be set. Remove it.</source>
        <translation>„%1“ ist kein Feld, das gesetzt werden kann. Bitte entfernen.</translation>
    </message>
    <message>
        <source>An id has 1 to %1 characters, no control character, and no white space at either end.</source>
        <translation>Eine ID hat 1 bis %1 Zeichen, kein Steuerzeichen und keinen Leerraum am Anfang oder Ende.</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1, at byte %2.</source>
        <translation>Das ist kein gültiges JSON: %1, bei Byte %2.</translation>
    </message>
    <message>
        <source>The JSON must be an object.</source>
        <translation>Das JSON muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
</context>
<context>
    <name>JobMutations</name>
    <message>
        <source>A job with the id %1 exists already.</source>
        <translation>Ein Job mit der ID %1 existiert bereits.</translation>
    </message>
    <message>
        <source>There is no job with the id %1.</source>
        <translation>Es gibt keinen Job mit der ID %1.</translation>
    </message>
</context>
<context>
    <name>JobRules</name>
    <message>
        <source>%1 is too long: %2, and at most %3 are allowed. Shorten it.</source>
        <translation>%1 ist zu lang: %2, erlaubt sind höchstens %3. Bitte kürzen.</translation>
    </message>
    <message>
        <source>%1 holds a control character or broken Unicode. Remove it.</source>
        <translation>%1 enthält ein Steuerzeichen oder fehlerhaftes Unicode. Bitte entfernen.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON.</source>
        <translation>%1 ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>%1 is %2, and cannot be below 0.</source>
        <translation>%1 ist %2, darf aber nicht unter 0 liegen.</translation>
    </message>
    <message>
        <source>progress is %1, and must be from 0.0 to 1.0.</source>
        <translation>progress ist %1, muss aber von 0.0 bis 1.0 sein.</translation>
    </message>
    <message>
        <source>processed_items is %1, more than the %2 of total_items.</source>
        <translation>processed_items ist %1, mehr als die %2 von total_items.</translation>
    </message>
    <message>
        <source>retry_count and max_retries can be at most %1.</source>
        <translation>retry_count und max_retries dürfen höchstens %1 sein.</translation>
    </message>
    <message>
        <source>A job that is %1 cannot have a completed_at.</source>
        <translation>Ein Job mit dem Status %1 kann kein completed_at haben.</translation>
    </message>
    <message>
        <source>A job that is pending cannot have a started_at.</source>
        <translation>Ein Job mit dem Status pending kann kein started_at haben.</translation>
    </message>
    <message>
        <source>completed_at is before started_at.</source>
        <translation>completed_at liegt vor started_at.</translation>
    </message>
    <message>
        <source>Job %1 is %2 and cannot become %3.</source>
        <translation>Job %1 hat den Status %2 und kann nicht zu %3 wechseln.</translation>
    </message>
    <message>
        <source>A completed job has a progress of 1.0; leave progress out.</source>
        <translation>Ein Job mit dem Status completed hat den Fortschritt 1.0; progress weglassen.</translation>
    </message>
    <message>
        <source>Job %1 is %2; its progress cannot change any more.</source>
        <translation>Job %1 hat den Status %2; sein Fortschritt kann sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>%1 results at once are too many; send at most %2.</source>
        <translation>%1 Ergebnisse auf einmal sind zu viele; höchstens %2 senden.</translation>
    </message>
    <message>
        <source>A result needs the name of its item.</source>
        <translation>Ein Ergebnis braucht den Namen seines Elements.</translation>
    </message>
    <message>
        <source>“%1” is not a status. The statuses are: %2.</source>
        <translation>„%1“ ist kein Status. Die Status sind: %2.</translation>
    </message>
</context>
<context>
    <name>JobSheet</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 items: %2 succeeded, %3 failed</source>
        <translation>%1 gesamt: %2 erfolgreich, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>last sign</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>läuft ab</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>remaining</source>
        <translation>verbleibend</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>progress details</source>
        <translation>Fortschrittsdetails</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>erneute Versuche</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>JobTableColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Items done</source>
        <translation>Elemente fertig</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Erneute Versuche</translation>
    </message>
    <message>
        <source>Retries allowed</source>
        <translation>Max. erneute Versuche</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last sign of life</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>items done, of all</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>JobTexts</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>JobTrash</name>
    <message>
        <source>The file %1, which is to keep deleted jobs until they can no longer be put back, cannot be made. Nothing was deleted.</source>
        <translation>Die Datei %1, die gelöschte Jobs aufbewahren soll, solange sie sich wiederherstellen lassen, kann nicht angelegt werden. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Another job has the id %1 by now.</source>
        <translation>Die ID %1 hat inzwischen ein anderer Job.</translation>
    </message>
</context>
<context>
    <name>JobWriter</name>
    <message>
        <source>%1 changes wait to be written already. Try again in a moment.</source>
        <translation>%1 Änderungen warten bereits darauf, geschrieben zu werden. Gleich noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>ListCommand</name>
    <message>
        <source>List jobs, newest first.</source>
        <translation>Jobs auflisten, neueste zuerst.</translation>
    </message>
    <message>
        <source>Only jobs that are pending, running, completed, failed or cancelled; several with commas</source>
        <translation>Nur Jobs mit Status pending, running, completed, failed oder cancelled; mehrere mit Kommas</translation>
    </message>
    <message>
        <source>Only jobs of this provider</source>
        <translation>Nur Jobs dieses Providers</translation>
    </message>
    <message>
        <source>Only jobs of this user</source>
        <translation>Nur Jobs dieses Benutzers</translation>
    </message>
    <message>
        <source>Only jobs with this text in the name</source>
        <translation>Nur Jobs mit diesem Text im Namen</translation>
    </message>
    <message>
        <source>Only jobs created at this time or later: 2026-01-21, 2026-01-21T10:30:00Z (UTC where no zone is given), or so long ago: 30m, 12h, 7d</source>
        <translation>Nur Jobs, die zu diesem Zeitpunkt oder später erstellt wurden: 2026-01-21, 2026-01-21T10:30:00Z (ohne Zeitzone UTC), oder höchstens so lange her: 30m, 12h, 7d</translation>
    </message>
    <message>
        <source>Only jobs created before this time</source>
        <translation>Nur Jobs, die vor diesem Zeitpunkt erstellt wurden</translation>
    </message>
    <message>
        <source>At most so many (100)</source>
        <translation>Höchstens so viele (100)</translation>
    </message>
    <message>
        <source>Leave out so many first</source>
        <translation>So viele am Anfang auslassen</translation>
    </message>
    <message>
        <source>No jobs found.</source>
        <translation>Keine Jobs gefunden.</translation>
    </message>
    <message>
        <source>None of %1 jobs; --limit and --offset show them.</source>
        <translation>0 von %1 Jobs; --limit und --offset zeigen sie.</translation>
    </message>
    <message>
        <source>%1 to %2 of %3 jobs; --limit and --offset show the rest.</source>
        <translation>%1 bis %2 von %3 Jobs; --limit und --offset zeigen den Rest.</translation>
    </message>
    <message>
        <source>%1 of %2 jobs; --limit and --offset show the rest.</source>
        <translation>%1 von %2 Jobs; --limit und --offset zeigen den Rest.</translation>
    </message>
    <message>
        <source>In what order: fields with commas, a minus sign for the greatest first, such as status,-duration; instead of the query&apos;s own sort:</source>
        <translation>In welcher Reihenfolge: Felder mit Kommas, ein Minuszeichen für das Größte zuerst, etwa status,-duration; anstelle des sort: der Abfrage</translation>
    </message>
    <message>
        <source>What the table shows, with commas: %1</source>
        <translation>Was die Tabelle zeigt, mit Kommas: %1</translation>
    </message>
    <message>
        <source>--columns is for the table; with --json every field is printed.</source>
        <translation>--columns gilt für die Tabelle; mit --json wird jedes Feld ausgegeben.</translation>
    </message>
</context>
<context>
    <name>ManyCommand</name>
    <message>
        <source>The ids of the jobs</source>
        <translation>Die IDs der Jobs</translation>
    </message>
    <message>
        <source>Instead of ids: all jobs that match, such as &apos;status:failed created:&lt;7d&apos; (see `tallymanctl list --help`)</source>
        <translation>Anstelle von IDs: alle passenden Jobs, etwa &apos;status:failed created:&lt;7d&apos; (siehe `tallymanctl list --help`)</translation>
    </message>
    <message>
        <source>Only show how many jobs, and which</source>
        <translation>Nur zeigen, wie viele Jobs es sind und welche</translation>
    </message>
    <message>
        <source>Give ids or --query, not both.</source>
        <translation>IDs oder --query angeben, nicht beides.</translation>
    </message>
    <message>
        <source>ID or --query is missing.</source>
        <translation>ID oder --query fehlt.</translation>
    </message>
    <message>
        <source>--query has no condition, and nothing was done. If you mean every job, write &apos;created:&gt;1970&apos;.</source>
        <translation>--query hat keine Bedingung, und es wurde nichts getan. Wenn alle Jobs gemeint sind, &apos;created:&gt;1970&apos; schreiben.</translation>
    </message>
    <message>
        <source>The job %1 is %2.</source>
        <translation>Der Job %1 hat den Status %2.</translation>
    </message>
    <message>
        <source>Jobs whose status does not allow it: %1.</source>
        <translation>Jobs, deren Status es nicht erlaubt: %1.</translation>
    </message>
    <message>
        <source>Jobs that were gone already: %1.</source>
        <translation>Jobs, die bereits verschwunden waren: %1.</translation>
    </message>
    <message>
        <source>Jobs whose status does not allow it: %1. The first: %2</source>
        <translation>Jobs, deren Status es nicht erlaubt: %1. Der erste: %2</translation>
    </message>
    <message>
        <source>Interrupted; the rest is as it was.</source>
        <translation>Unterbrochen; der Rest ist unverändert.</translation>
    </message>
</context>
<context>
    <name>ManyMutations</name>
    <message>
        <source>%1 jobs are too many for one change; at most %2 are allowed.</source>
        <translation>%1 Jobs sind zu viele für eine Änderung; erlaubt sind höchstens %2.</translation>
    </message>
</context>
<context>
    <name>MoveCommand</name>
    <message>
        <source>Cancel jobs that are pending or running.</source>
        <translation>Jobs mit Status pending oder running abbrechen.</translation>
    </message>
    <message>
        <source>Jobs that would be cancelled: %1.</source>
        <translation>Jobs, die abgebrochen würden: %1.</translation>
    </message>
    <message>
        <source>Jobs cancelled: %1.</source>
        <translation>Abgebrochene Jobs: %1.</translation>
    </message>
    <message>
        <source>Send jobs that failed or were cancelled back to pending.</source>
        <translation>Fehlgeschlagene oder abgebrochene Jobs zurück auf pending setzen.</translation>
    </message>
    <message>
        <source>Jobs that would be pending again: %1.</source>
        <translation>Jobs, die wieder pending wären: %1.</translation>
    </message>
    <message>
        <source>Jobs pending again: %1.</source>
        <translation>Jobs, die wieder pending sind: %1.</translation>
    </message>
</context>
<context>
    <name>Multipart</name>
    <message>
        <source>The body does not start with its boundary.</source>
        <translation>Der Body beginnt nicht mit seiner Boundary.</translation>
    </message>
    <message>
        <source>A boundary of the body is followed by something else.</source>
        <translation>Auf eine Boundary des Bodys folgt etwas anderes.</translation>
    </message>
    <message>
        <source>The body has more than %1 parts.</source>
        <translation>Der Body hat mehr als %1 Teile.</translation>
    </message>
    <message>
        <source>A part of the body has a head of more than %1 bytes.</source>
        <translation>Ein Teil des Bodys hat einen Kopf von mehr als %1 Byte.</translation>
    </message>
    <message>
        <source>A part of the body has no valid Content-Disposition.</source>
        <translation>Ein Teil des Bodys hat keine gültige Content-Disposition.</translation>
    </message>
    <message>
        <source>The body ends before its last boundary.</source>
        <translation>Der Body endet vor seiner letzten Boundary.</translation>
    </message>
</context>
<context>
    <name>OptionValues</name>
    <message>
        <source>%1 is “%2”, and must be a whole number from %3 up.</source>
        <translation>%1 ist „%2“, muss aber eine ganze Zahl ab %3 sein.</translation>
    </message>
    <message>
        <source>%1 is “%2”, and must be a whole number from %3 to %4.</source>
        <translation>%1 ist „%2“, muss aber eine ganze Zahl von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>%1 is “%2”, and must be a number such as 0.65.</source>
        <translation>%1 ist „%2“, muss aber eine Zahl wie 0.65 sein.</translation>
    </message>
    <message>
        <source>%1 is “%2”, and must be a time such as 2026-01-21T10:30:00Z, or a length of time such as 30m, 12h or 7d.</source>
        <translation>%1 ist „%2“, muss aber ein Zeitpunkt wie 2026-01-21T10:30:00Z oder eine Zeitspanne wie 30m, 12h oder 7d sein.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 of %2 jobs, %3</source>
        <translation>%1 von %2 Jobs, %3</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>, noch etwa %1</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>Both words in name or error, or as the beginning of ID, provider or user</source>
        <translation>Beide Wörter in Name oder Fehler oder als Anfang von ID, Provider oder Benutzer</translation>
    </message>
    <message>
        <source>The words together, with a blank between them</source>
        <translation>Die Wörter zusammen, mit einem Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>In input, output, JSON and results too: reads every job</source>
        <translation>Auch in Eingabe, Ausgabe, JSON und Ergebnissen: liest jeden Job</translation>
    </message>
    <message>
        <source>One of these</source>
        <translation>Einer von diesen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keiner von diesen</translation>
    </message>
    <message>
        <source>What begins so; without the star, exactly so</source>
        <translation>Was so beginnt; ohne den Stern genau so</translation>
    </message>
    <message>
        <source>Only in the error; name: only in the name</source>
        <translation>Nur im Fehler; name: nur im Namen</translation>
    </message>
    <message>
        <source>Today, yesterday, 2026-01 or 2026-01-21T10:30</source>
        <translation>Heute; auch yesterday, 2026-01 oder 2026-01-21T10:30</translation>
    </message>
    <message>
        <source>Less than 7 days ago; also 90s, 30m, 12h, 2w</source>
        <translation>Vor weniger als 7 Tagen; auch 90s, 30m, 12h, 2w</translation>
    </message>
    <message>
        <source>From the first to the last day</source>
        <translation>Vom ersten bis zum letzten Tag</translation>
    </message>
    <message>
        <source>Longer than that; waiting: before it began</source>
        <translation>Länger als das; waiting: vor dem Start</translation>
    </message>
    <message>
        <source>Less than half; also &gt;=, &lt;= and =</source>
        <translation>Weniger als die Hälfte; auch &gt;=, &lt;= und =</translation>
    </message>
    <message>
        <source>Also files, items, done and retries</source>
        <translation>Auch files, items, done und retries</translation>
    </message>
    <message>
        <source>The job has no such time or number</source>
        <translation>Der Job hat diese Zeit oder Zahl nicht</translation>
    </message>
    <message>
        <source>Pinned jobs</source>
        <translation>Angeheftete Jobs</translation>
    </message>
    <message>
        <source>The order: the largest first, then by name</source>
        <translation>Die Reihenfolge: die größten zuerst, dann nach Name</translation>
    </message>
</context>
<context>
    <name>QuerySuggestions</name>
    <message>
        <source>text in the name</source>
        <translation>Text im Namen</translation>
    </message>
    <message>
        <source>text in the error</source>
        <translation>Text im Fehler</translation>
    </message>
    <message>
        <source>ID, or its beginning with *</source>
        <translation>ID oder ihr Anfang mit *</translation>
    </message>
    <message>
        <source>provider, or its beginning with *</source>
        <translation>Provider oder sein Anfang mit *</translation>
    </message>
    <message>
        <source>user, or its beginning with *</source>
        <translation>Benutzer oder sein Anfang mit *</translation>
    </message>
    <message>
        <source>state of the job</source>
        <translation>Status des Jobs</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>how far: &lt;50%</source>
        <translation>wie weit: &lt;50%</translation>
    </message>
    <message>
        <source>how long it ran: &gt;1h</source>
        <translation>wie lange er lief: &gt;1h</translation>
    </message>
    <message>
        <source>how long it waited: &gt;10m</source>
        <translation>wie lange er wartete: &gt;10m</translation>
    </message>
    <message>
        <source>when it was created: &lt;7d</source>
        <translation>wann er erstellt wurde: &lt;7d</translation>
    </message>
    <message>
        <source>when it was queued</source>
        <translation>wann er eingereiht wurde</translation>
    </message>
    <message>
        <source>when it began</source>
        <translation>wann er gestartet ist</translation>
    </message>
    <message>
        <source>when it ended: today</source>
        <translation>wann er endete: today</translation>
    </message>
    <message>
        <source>when it may be pruned</source>
        <translation>wann er aufgeräumt werden darf</translation>
    </message>
    <message>
        <source>when it last reported: &gt;10m</source>
        <translation>wann er sich zuletzt meldete: &gt;10m</translation>
    </message>
    <message>
        <source>total size: &gt;1GB</source>
        <translation>Gesamtgröße: &gt;1GB</translation>
    </message>
    <message>
        <source>number of files</source>
        <translation>Anzahl der Dateien</translation>
    </message>
    <message>
        <source>number of items</source>
        <translation>Anzahl der Elemente</translation>
    </message>
    <message>
        <source>number of items done</source>
        <translation>Anzahl der fertigen Elemente</translation>
    </message>
    <message>
        <source>how often it was retried</source>
        <translation>wie oft er erneut versucht wurde</translation>
    </message>
    <message>
        <source>the order: -created for newest first</source>
        <translation>die Reihenfolge: -created für neueste zuerst</translation>
    </message>
    <message>
        <source>search input, output, JSON and results too</source>
        <translation>auch Eingabe, Ausgabe, JSON und Ergebnisse durchsuchen</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>innerhalb eines Tages</translation>
    </message>
    <message>
        <source>within a week</source>
        <translation>innerhalb einer Woche</translation>
    </message>
    <message>
        <source>less than an hour ago</source>
        <translation>vor weniger als einer Stunde</translation>
    </message>
    <message>
        <source>less than a week ago</source>
        <translation>vor weniger als einer Woche</translation>
    </message>
    <message>
        <source>less than 30 days ago</source>
        <translation>vor weniger als 30 Tagen</translation>
    </message>
    <message>
        <source>more than 30 days ago</source>
        <translation>vor mehr als 30 Tagen</translation>
    </message>
    <message>
        <source>input, output, JSON and results too</source>
        <translation>auch Eingabe, Ausgabe, JSON und Ergebnisse</translation>
    </message>
</context>
<context>
    <name>QueryText</name>
    <message>
        <source>Only jobs that match, such as: status:failed provider:vs* -user:bob created:&lt;7d duration:&gt;1h &quot;web server&quot; sort:-size. Several arguments are joined by blanks</source>
        <translation>Nur passende Jobs, etwa: status:failed provider:vs* -user:bob created:&lt;7d duration:&gt;1h &quot;web server&quot; sort:-size. Mehrere Argumente werden mit Leerzeichen verbunden</translation>
    </message>
    <message>
        <source>--sort is “%1”, and must be fields such as created,-size.</source>
        <translation>--sort ist „%1“, muss aber aus Feldern wie created,-size bestehen.</translation>
    </message>
</context>
<context>
    <name>RunningCommand</name>
    <message>
        <source>List the jobs that run now.</source>
        <translation>Die Jobs auflisten, die gerade laufen.</translation>
    </message>
</context>
<context>
    <name>SavedView</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Failed today</source>
        <translation>Heute fehlgeschlagen</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Hängend</translation>
    </message>
    <message>
        <source>There is no text to paste. A view is one line: its name, a colon and the query.</source>
        <translation>Es gibt keinen Text zum Einfügen. Eine Ansicht ist eine Zeile: ihr Name, ein Doppelpunkt und die Abfrage.</translation>
    </message>
    <message>
        <source>The text is too long to be a view.</source>
        <translation>Der Text ist zu lang für eine Ansicht.</translation>
    </message>
    <message>
        <source>The text has %1 lines; a view has one, and a second one for its columns.</source>
        <translation>Der Text hat %1 Zeilen; eine Ansicht hat eine, dazu eine zweite für ihre Spalten.</translation>
    </message>
    <message>
        <source>“%1” is not a view: write its name, a colon, a blank and the query.</source>
        <translation>„%1“ ist keine Ansicht: ihren Namen, einen Doppelpunkt, ein Leerzeichen und die Abfrage schreiben.</translation>
    </message>
    <message>
        <source>In front of the colon must stand the name of the view.</source>
        <translation>Vor dem Doppelpunkt muss der Name der Ansicht stehen.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>Der Name ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The second line does not say which columns to show; leave it out.</source>
        <translation>Die zweite Zeile sagt nicht, welche Spalten zu zeigen sind; bitte weglassen.</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>%1 is a SQLite database of another program, not of Tallyman. It was left as it is; choose another file.</source>
        <translation>%1 ist die SQLite-Datenbank eines anderen Programms, nicht von Tallyman. Sie wurde nicht verändert; eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Tallyman (schema %2, and this program knows %3). It was left as it is; install the newer version, or choose another file.</source>
        <translation>%1 wurde von einem neueren Tallyman geschrieben (Schema %2, dieses Programm kennt %3). Die Datei wurde nicht verändert; die neuere Version installieren oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read: %2.</source>
        <translation>Die Datenbank %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes), which no database is. It was left as it is; delete it to start a new one, or restore a backup.</source>
        <translation>%1 ist leer (0 Byte) und damit keine Datenbank. Die Datei wurde nicht verändert; sie löschen, um eine neue Datenbank zu beginnen, oder eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The file ends within its header.</source>
        <translation>Die Datei endet innerhalb ihres Headers.</translation>
    </message>
    <message>
        <source>The file has %1 bytes where its header promises %2.</source>
        <translation>Die Datei hat %1 Byte, ihr Header verspricht aber %2.</translation>
    </message>
    <message>
        <source>Tables that every Tallyman database has are missing.</source>
        <translation>Es fehlen Tabellen, die jede Tallyman-Datenbank hat.</translation>
    </message>
    <message>
        <source>No database can be made at %1: %2. Check that you may write there.</source>
        <translation>Unter %1 kann keine Datenbank angelegt werden: %2. Prüfen, ob dort geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that you may write there, or choose another place for the database.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Prüfen, ob dort geschrieben werden darf, oder einen anderen Ort für die Datenbank wählen.</translation>
    </message>
    <message>
        <source>No database can be made at %1: %2.</source>
        <translation>Unter %1 kann keine Datenbank angelegt werden: %2.</translation>
    </message>
    <message>
        <source>%1 is a folder. Give the path of a database file.</source>
        <translation>%1 ist ein Ordner. Den Pfad einer Datenbankdatei angeben.</translation>
    </message>
</context>
<context>
    <name>ServeCommand</name>
    <message>
        <source>Run the REST server until it is interrupted.</source>
        <translation>Den REST-Server ausführen, bis er unterbrochen wird.</translation>
    </message>
    <message>
        <source>The address to listen on, of this machine only (127.0.0.1)</source>
        <translation>Die Adresse, an der gelauscht wird, nur dieses Rechners (127.0.0.1)</translation>
    </message>
    <message>
        <source>The port to listen on; 0 for any that is free (that of the settings, or 8000)</source>
        <translation>Der Port, an dem gelauscht wird; 0 für einen beliebigen freien (der aus den Einstellungen oder 8000)</translation>
    </message>
    <message>
        <source>--host is “%1”, and must be an address such as 127.0.0.1 or ::1.</source>
        <translation>--host ist „%1“, muss aber eine Adresse wie 127.0.0.1 oder ::1 sein.</translation>
    </message>
</context>
<context>
    <name>ShowCommand</name>
    <message>
        <source>Show everything that is known of a job.</source>
        <translation>Alles zeigen, was über einen Job bekannt ist.</translation>
    </message>
    <message>
        <source>The id of the job</source>
        <translation>Die ID des Jobs</translation>
    </message>
</context>
<context>
    <name>SongmapApi</name>
    <message>
        <source>Job %1 not found</source>
        <translation>Job %1 nicht gefunden</translation>
    </message>
    <message>
        <source>days must be a whole number from 0 up.</source>
        <translation>days muss eine ganze Zahl ab 0 sein.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>&amp;Then by</source>
        <translation>&amp;Dann nach</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Aufsteigend</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
</context>
<context>
    <name>SqliteConnection</name>
    <message>
        <source>The database %1 is held by another program. Try again, or close that program.</source>
        <translation>Die Datenbank %1 ist durch ein anderes Programm gesperrt. Erneut versuchen oder dieses Programm schließen.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of %1. Free some space and try again.</source>
        <translation>Auf dem Datenträger von %1 ist kein Platz mehr. Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened or written. Check that its folder exists and that you may write there.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet oder beschrieben werden. Prüfen, ob ihr Ordner existiert und dort geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. It was left as it is; restore a backup, or move it away to start a new one.</source>
        <translation>Die Datenbank %1 ist beschädigt. Sie wurde nicht verändert; eine Sicherung wiederherstellen oder sie wegverschieben, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>%1 is not a SQLite database. It was left as it is; choose another file.</source>
        <translation>%1 ist keine SQLite-Datenbank. Die Datei wurde nicht verändert; eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The disk reported an error while %1 was read or written. Check the disk, then try again.</source>
        <translation>Der Datenträger meldete einen Fehler, während %1 gelesen oder geschrieben wurde. Den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The database %1 reported an unexpected error.</source>
        <translation>Die Datenbank %1 meldete einen unerwarteten Fehler.</translation>
    </message>
</context>
<context>
    <name>StatsCommand</name>
    <message>
        <source>JOBS</source>
        <translation>JOBS</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ANZAHL</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>average duration</source>
        <translation>mittlere Dauer</translation>
    </message>
    <message>
        <source>slower than an hour</source>
        <translation>länger als eine Stunde</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>PROVIDER</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>BEENDET</translation>
    </message>
    <message>
        <source>COMPLETED</source>
        <translation>FERTIG</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLGESCHLAGEN</translation>
    </message>
    <message>
        <source>SUCCESS RATE</source>
        <translation>ERFOLGSQUOTE</translation>
    </message>
    <message>
        <source>Count the jobs, and show success rates and durations. Rates and durations include jobs that were deleted since.</source>
        <translation>Jobs zählen und Erfolgsquoten und Dauern zeigen. Quoten und Dauern berücksichtigen auch inzwischen gelöschte Jobs.</translation>
    </message>
</context>
<context>
    <name>StoreLocation</name>
    <message>
        <source>There is no engine “%1” in this version. Use a path, sqlite:PATH or memory:.</source>
        <translation>Die Engine „%1“ gibt es in dieser Version nicht. Einen Pfad, sqlite:PATH oder memory: verwenden.</translation>
    </message>
    <message>
        <source>The place of the database is empty. Give a path, sqlite:PATH or memory:.</source>
        <translation>Der Ort der Datenbank ist leer. Einen Pfad, sqlite:PATH oder memory: angeben.</translation>
    </message>
</context>
<context>
    <name>StrictJson</name>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>es ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>es endet zu früh</translation>
    </message>
    <message>
        <source>“%1” was expected</source>
        <translation>„%1“ wurde erwartet</translation>
    </message>
    <message>
        <source>there is something after its end</source>
        <translation>nach seinem Ende folgt noch etwas</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a name was expected</source>
        <translation>ein Name wurde erwartet</translation>
    </message>
    <message>
        <source>the name “%1” occurs twice</source>
        <translation>der Name „%1“ kommt doppelt vor</translation>
    </message>
    <message>
        <source>a value was expected</source>
        <translation>ein Wert wurde erwartet</translation>
    </message>
    <message>
        <source>it has a number that is not one</source>
        <translation>es enthält eine Zahl, die keine ist</translation>
    </message>
    <message>
        <source>it has a number with a leading zero</source>
        <translation>es enthält eine Zahl mit führender Null</translation>
    </message>
    <message>
        <source>it ends within a string</source>
        <translation>es endet innerhalb einer Zeichenkette</translation>
    </message>
    <message>
        <source>it has a control character within a string</source>
        <translation>es enthält ein Steuerzeichen innerhalb einer Zeichenkette</translation>
    </message>
    <message>
        <source>it has an unknown escape within a string</source>
        <translation>es enthält eine unbekannte Escape-Sequenz innerhalb einer Zeichenkette</translation>
    </message>
    <message>
        <source>it has half of a Unicode surrogate pair</source>
        <translation>es enthält ein halbes Unicode-Surrogatpaar</translation>
    </message>
</context>
<context>
    <name>UpdateCommand</name>
    <message>
        <source>Change a job: its status, its progress, any field. An empty value clears a field.</source>
        <translation>Einen Job ändern: Status, Fortschritt, jedes Feld. Ein leerer Wert leert ein Feld.</translation>
    </message>
    <message>
        <source>The id of the job</source>
        <translation>Die ID des Jobs</translation>
    </message>
    <message>
        <source>What a person calls the job</source>
        <translation>Wie der Job für Menschen heißt</translation>
    </message>
    <message>
        <source>There is nothing to change: give at least one field, such as --progress 0.5.</source>
        <translation>Es gibt nichts zu ändern: mindestens ein Feld angeben, etwa --progress 0.5.</translation>
    </message>
    <message>
        <source>Keep it; pruning leaves it alone</source>
        <translation>Ihn behalten; beim Aufräumen bleibt er verschont</translation>
    </message>
    <message>
        <source>Keep it no longer than others</source>
        <translation>Ihn nicht länger behalten als andere</translation>
    </message>
    <message>
        <source>--pin and --unpin contradict each other. Give one of them.</source>
        <translation>--pin und --unpin widersprechen einander. Nur eines davon angeben.</translation>
    </message>
</context>
<context>
    <name>UploadStore</name>
    <message>
        <source>The uploaded file has no usable name. Give it one.</source>
        <translation>Die hochgeladene Datei hat keinen brauchbaren Namen. Einen Namen angeben.</translation>
    </message>
    <message>
        <source>The name of the uploaded file is a path. Send the bare file name.</source>
        <translation>Der Name der hochgeladenen Datei ist ein Pfad. Nur den Dateinamen senden.</translation>
    </message>
    <message>
        <source>The name of the uploaded file holds a control character or broken Unicode. Rename the file.</source>
        <translation>Der Name der hochgeladenen Datei enthält ein Steuerzeichen oder fehlerhaftes Unicode. Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The name of the uploaded file is too long: %1 bytes, and at most %2 are allowed. Shorten it.</source>
        <translation>Der Name der hochgeladenen Datei ist zu lang: %1 Byte, erlaubt sind höchstens %2. Bitte kürzen.</translation>
    </message>
    <message>
        <source>The uploaded file cannot be stored at %1: %2.</source>
        <translation>Die hochgeladene Datei kann nicht unter %1 gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>V1Api</name>
    <message>
        <source>There is no job %1.</source>
        <translation>Den Job %1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>WatchCommand</name>
    <message>
        <source>Print each change to the jobs that match, until it is interrupted.</source>
        <translation>Jede Änderung an den passenden Jobs ausgeben, bis zur Unterbrechung.</translation>
    </message>
    <message>
        <source>A line says added (the job matches now), changed (as before), left (it matches no longer) or deleted. Several changes to a job within a tenth of a second are one. With --json each is an object on a line, the first one of change &quot;watching&quot;; where changes came faster than they could be followed, &quot;restarted&quot; says that some were missed. A deleted job whose id is not known is named by its row number.</source>
        <translation>Eine Zeile meldet added (der Job passt jetzt), changed (passt wie zuvor), left (passt nicht mehr) oder deleted (gelöscht). Mehrere Änderungen an einem Job innerhalb einer Zehntelsekunde gelten als eine. Mit --json ist jede ein Objekt in einer Zeile, das erste mit change &quot;watching&quot;; kamen Änderungen schneller, als ihnen zu folgen war, sagt &quot;restarted&quot;, dass einige verpasst wurden. Ein gelöschter Job, dessen ID nicht bekannt ist, wird mit seiner Zeilennummer genannt.</translation>
    </message>
    <message>
        <source>Watching all jobs.</source>
        <translation>Alle Jobs werden beobachtet.</translation>
    </message>
    <message>
        <source>Watching the jobs that match %1.</source>
        <translation>Die Jobs, die zu %1 passen, werden beobachtet.</translation>
    </message>
    <message>
        <source>Changes came faster than they could be followed; some were missed.</source>
        <translation>Änderungen kamen schneller, als ihnen zu folgen war; einige wurden verpasst.</translation>
    </message>
</context>
<context>
    <name>tallyman::BulkRunner</name>
    <message>
        <source>Counting jobs</source>
        <translation>Jobs werden gezählt</translation>
    </message>
    <message>
        <source>None of the jobs that match is in a state that allows it.</source>
        <translation>Keiner der passenden Jobs hat einen Status, der es erlaubt.</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>Delete 3 jobs</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Undo brings them back as long as this window is open.</source>
        <translation>„Rückgängig“ bringt sie zurück, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Putting deleted jobs back</source>
        <translation>Gelöschte Jobs werden wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <comment>3 jobs</comment>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2.</source>
        <translation>Nach %1 von %2 angehalten.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>3 jobs cancelled</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <comment>3 jobs; the reason for the first</comment>
        <translation>%1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 gone already.</source>
        <comment>3 jobs</comment>
        <translation>%1 bereits verschwunden.</translation>
    </message>
</context>
<context>
    <name>tallyman::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Neu ein&amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show everything about the selected job</source>
        <translation>Alles über den ausgewählten Job anzeigen</translation>
    </message>
    <message>
        <source>F&amp;acts</source>
        <translation>An&amp;gaben</translation>
    </message>
    <message>
        <source>Ti&amp;meline</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>JSO&amp;N</source>
        <translation>JSO&amp;N</translation>
    </message>
    <message>
        <source>A&amp;s JSON</source>
        <translation>Al&amp;s JSON</translation>
    </message>
    <message>
        <source>The whole job as JSON</source>
        <translation>Der ganze Job als JSON</translation>
    </message>
    <message>
        <source>Select a job to see everything about it.</source>
        <translation>Einen Job auswählen, um alles über ihn zu sehen.</translation>
    </message>
    <message>
        <source>This job has been deleted.</source>
        <translation>Dieser Job wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>tallyman::DetailsHeader</name>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>moment and duration</comment>
        <translation>%1, Dauer %2</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet seit %1</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>%1 jobs selected</source>
        <translation>%1 Jobs ausgewählt</translation>
    </message>
</context>
<context>
    <name>tallyman::DurationDelegate</name>
    <message>
        <source>Running since
%1</source>
        <translation>Läuft seit
%1</translation>
    </message>
    <message>
        <source>Started
%1
Ended
%2</source>
        <translation>Gestartet
%1
Beendet
%2</translation>
    </message>
</context>
<context>
    <name>tallyman::EmptyPage</name>
    <message>
        <source>&amp;Copy command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Jobs</translation>
    </message>
    <message>
        <source>Run this in a terminal, and the job appears here at once:</source>
        <translation>Dies in einem Terminal ausführen, und der Job erscheint sofort hier:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy the command to the clipboard</source>
        <translation>Den Befehl in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>tallyman::ExportDialog</name>
    <message>
        <source>CSV, a table for spreadsheets</source>
        <translation>CSV, eine Tabelle für Tabellenprogramme</translation>
    </message>
    <message>
        <source>JSON, one array</source>
        <translation>JSON, ein Array</translation>
    </message>
    <message>
        <source>JSON Lines, a job a line</source>
        <translation>JSON Lines, ein Job je Zeile</translation>
    </message>
    <message>
        <source>With the &amp;results of each job&apos;s items</source>
        <translation>Mit den E&amp;rgebnissen der Elemente jedes Jobs</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Export jobs</source>
        <translation>Jobs exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Jobs:</source>
        <translation>Jobs:</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>A table has no room for them</source>
        <translation>In einer Tabelle ist dafür kein Platz</translation>
    </message>
    <message>
        <source>&amp;All %1</source>
        <translation>&amp;Alle %1</translation>
    </message>
    <message>
        <source>&amp;All (counting…)</source>
        <translation>&amp;Alle (wird gezählt…)</translation>
    </message>
    <message>
        <source>&amp;All %1 that match the query</source>
        <translation>&amp;Alle %1, die zur Abfrage passen</translation>
    </message>
    <message>
        <source>&amp;All that match the query (counting…)</source>
        <translation>&amp;Alle, die zur Abfrage passen (wird gezählt…)</translation>
    </message>
    <message>
        <source>The %1 &amp;selected</source>
        <translation>Nur a&amp;usgewählte (%1)</translation>
    </message>
    <message>
        <source>This is a folder. Give the name of a file in it.</source>
        <translation>Das ist ein Ordner. Den Namen einer Datei darin angeben.</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %1 jobs</source>
        <translation>
            <numerusform>%1 Job &amp;exportieren</numerusform>
            <numerusform>%1 Jobs &amp;exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export jobs</source>
        <translation>Jobs &amp;exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Finding the jobs…</source>
        <translation>Jobs werden gesucht…</translation>
    </message>
    <message>
        <source>%1 of %2 jobs</source>
        <translation>%1 von %2 Jobs</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>, noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs written, %2.</source>
        <translation>
            <numerusform>%1 Job geschrieben, %2.</numerusform>
            <numerusform>%1 Jobs geschrieben, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs were deleted meanwhile and are left out.</source>
        <translation>
            <numerusform>%1 Job wurde inzwischen gelöscht und ist ausgelassen.</numerusform>
            <numerusform>%1 Jobs wurden inzwischen gelöscht und sind ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::FacetModel</name>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>kein Provider</translation>
    </message>
    <message>
        <source>no user</source>
        <translation>kein Benutzer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Show more or fewer values</source>
        <translation>Mehr oder weniger Werte anzeigen</translation>
    </message>
    <message>
        <source>%1: %2 jobs before</source>
        <translation>%1: zuvor %2 Jobs</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 jobs</source>
        <translation>
            <numerusform>%1: %2 Job</numerusform>
            <numerusform>%1: %2 Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>%1, left out</source>
        <translation>%1, ausgeschlossen</translation>
    </message>
</context>
<context>
    <name>tallyman::FacetPanel</name>
    <message>
        <source>Filter by</source>
        <translation>Filtern nach</translation>
    </message>
    <message>
        <source>&amp;Any of these again</source>
        <translation>Nicht mehr &amp;nur diese</translation>
    </message>
    <message>
        <source>&amp;Only these</source>
        <translation>N&amp;ur diese</translation>
    </message>
    <message>
        <source>&amp;No longer leave these out</source>
        <translation>&amp;Nicht mehr ausschließen</translation>
    </message>
    <message>
        <source>&amp;Leave these out</source>
        <translation>&amp;Diese ausschließen</translation>
    </message>
</context>
<context>
    <name>tallyman::FactsPage</name>
    <message>
        <source>&amp;Error</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Letzte Meldung</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Erneute Versuche</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
</context>
<context>
    <name>tallyman::JobActions</name>
    <message>
        <source>Set failed</source>
        <translation>Als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>&amp;Why it failed:</source>
        <translation>&amp;Warum er fehlgeschlagen ist:</translation>
    </message>
    <message>
        <source>Only jobs that are running can be set failed.</source>
        <translation>Nur laufende Jobs können als fehlgeschlagen markiert werden.</translation>
    </message>
    <message>
        <source>&amp;Set failed</source>
        <translation>Als &amp;fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>It replaces the notes of all jobs of the query.</source>
        <translation>Sie ersetzt die Notizen aller Jobs der Abfrage.</translation>
    </message>
    <message>
        <source>It replaces the notes of %1.</source>
        <comment>3 jobs</comment>
        <translation>Sie ersetzt die Notizen von %1.</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>&amp;Save note</source>
        <translation>Notiz &amp;speichern</translation>
    </message>
</context>
<context>
    <name>tallyman::JobColumns</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>tallyman::JobMenu</name>
    <message>
        <source>Keep the selected jobs and find them by is:pinned; pruning leaves them alone</source>
        <translation>Die ausgewählten Jobs behalten und mit is:pinned finden; das Aufräumen lässt sie stehen</translation>
    </message>
    <message>
        <source>Put the jobs back that were deleted last</source>
        <translation>Die zuletzt gelöschten Jobs zurückholen</translation>
    </message>
    <message>
        <source>Copy as text &amp;table</source>
        <translation>Als Text&amp;tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the selected jobs as lines of text</source>
        <translation>Die ausgewählten Jobs als Textzeilen kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy everything about the selected jobs, as the API gives it</source>
        <translation>Alles über die ausgewählten Jobs kopieren, so wie die API es ausgibt</translation>
    </message>
    <message>
        <source>Copy as c&amp;url (query)</source>
        <translation>Als c&amp;url kopieren (Abfrage)</translation>
    </message>
    <message>
        <source>Copy commands that ask the API for the selected jobs</source>
        <translation>Befehle kopieren, die die ausgewählten Jobs bei der API abfragen</translation>
    </message>
    <message>
        <source>Copy as curl (&amp;add again)</source>
        <translation>Als curl kopieren (erneut anle&amp;gen)</translation>
    </message>
    <message>
        <source>Copy commands that add jobs like the selected ones</source>
        <translation>Befehle kopieren, die Jobs wie die ausgewählten anlegen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>End the selected jobs that are pending or running</source>
        <translation>Die ausgewählten wartenden oder laufenden Jobs beenden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Send the selected jobs that failed or were cancelled back to pending</source>
        <translation>Die ausgewählten fehlgeschlagenen oder abgebrochenen Jobs wieder auf Wartend setzen</translation>
    </message>
    <message>
        <source>Set &amp;failed…</source>
        <translation>Als &amp;fehlgeschlagen markieren…</translation>
    </message>
    <message>
        <source>Say that the selected running jobs have failed</source>
        <translation>Die ausgewählten laufenden Jobs als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>Edit &amp;note…</source>
        <translation>&amp;Notiz bearbeiten…</translation>
    </message>
    <message>
        <source>Write a note on the selected jobs</source>
        <translation>Eine Notiz zu den ausgewählten Jobs schreiben</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected jobs with their results and timelines; can be undone</source>
        <translation>Die ausgewählten Jobs samt Ergebnissen und Verläufen löschen; kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>&amp;Cancel all that match…</source>
        <translation>Alle passenden &amp;abbrechen…</translation>
    </message>
    <message>
        <source>End every pending or running job of the query</source>
        <translation>Alle wartenden oder laufenden Jobs der Abfrage beenden</translation>
    </message>
    <message>
        <source>&amp;Retry all that match…</source>
        <translation>Alle passenden &amp;erneut versuchen…</translation>
    </message>
    <message>
        <source>Send every failed or cancelled job of the query back to pending</source>
        <translation>Alle fehlgeschlagenen oder abgebrochenen Jobs der Abfrage wieder auf Wartend setzen</translation>
    </message>
    <message>
        <source>Set all that match &amp;failed…</source>
        <translation>Alle passenden als &amp;fehlgeschlagen markieren…</translation>
    </message>
    <message>
        <source>Say that every running job of the query has failed</source>
        <translation>Alle laufenden Jobs der Abfrage als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>&amp;Pin all that match…</source>
        <translation>Alle passenden an&amp;heften…</translation>
    </message>
    <message>
        <source>Keep every job of the query</source>
        <translation>Alle Jobs der Abfrage behalten</translation>
    </message>
    <message>
        <source>&amp;Unpin all that match…</source>
        <translation>Alle passenden lo&amp;slösen…</translation>
    </message>
    <message>
        <source>Keep no job of the query for its pin any more</source>
        <translation>Keinen Job der Abfrage mehr wegen seiner Anheftung behalten</translation>
    </message>
    <message>
        <source>Edit &amp;note of all that match…</source>
        <translation>&amp;Notiz aller passenden bearbeiten…</translation>
    </message>
    <message>
        <source>Write one note on every job of the query</source>
        <translation>Dieselbe Notiz zu allen Jobs der Abfrage schreiben</translation>
    </message>
    <message>
        <source>&amp;Delete all that match…</source>
        <translation>Alle passenden &amp;löschen…</translation>
    </message>
    <message>
        <source>Delete every job of the query; can be undone</source>
        <translation>Alle Jobs der Abfrage löschen; kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>All that &amp;match</source>
        <translation>Alle &amp;passenden</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>Lo&amp;slösen</translation>
    </message>
    <message>
        <source>&amp;Undo: delete %1</source>
        <comment>3 jobs</comment>
        <translation>&amp;Rückgängig: %1 löschen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>tallyman::JobReader</name>
    <message>
        <source>%1 jobs are too many for the clipboard, which takes %2 at the most. Export them instead.</source>
        <translation>%1 Jobs sind zu viele für die Zwischenablage, die höchstens %2 aufnimmt. Stattdessen exportieren.</translation>
    </message>
    <message>
        <source>This job is not there any more.</source>
        <translation>Diesen Job gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The texts of these jobs are too long for the clipboard. Select fewer, or export them instead.</source>
        <translation>Die Texte dieser Jobs sind zu lang für die Zwischenablage. Weniger auswählen oder stattdessen exportieren.</translation>
    </message>
</context>
<context>
    <name>tallyman::JobResultsModel</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>tallyman::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>tallyman::JobTextPage</name>
    <message>
        <source>Only a part is shown; the copy is complete.</source>
        <translation>Es wird nur ein Teil angezeigt; die Kopie ist vollständig.</translation>
    </message>
    <message>
        <source>Job as JSON</source>
        <translation>Job als JSON</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole job as JSON</source>
        <translation>Den ganzen Job als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>tallyman::JsonPage</name>
    <message>
        <source>This job has no options, result or metadata.</source>
        <translation>Dieser Job hat keine Optionen, kein Ergebnis und keine Metadaten.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>tallyman::JsonTreeModel</name>
    <message>
        <source>Not JSON: %1</source>
        <translation>Kein JSON: %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>tallyman::MainWindow</name>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Tallyman</source>
        <translation>Tallyman</translation>
    </message>
    <message>
        <source>My first job</source>
        <comment>name of the example job; no quotation marks</comment>
        <translation>Mein erster Job</translation>
    </message>
    <message>
        <source>Scripts, services and cron jobs report what they do to %1 and show up here as they run.</source>
        <translation>Skripte, Dienste und Cronjobs melden an %1, was sie tun, und erscheinen hier, während sie laufen.</translation>
    </message>
    <message>
        <source>Jobs show up here as other programs report them to this database.</source>
        <translation>Jobs erscheinen hier, sobald andere Programme sie an diese Datenbank melden.</translation>
    </message>
    <message>
        <source>About Tallyman</source>
        <translation>Über Tallyman</translation>
    </message>
    <message>
        <source>A durable record of background jobs, and a window to find them in.

Free software under the GNU General Public License, version 3 or later.
Database: %1</source>
        <translation>Dauerhafte Aufzeichnungen über Hintergrundjobs und ein Fenster, um sie darin zu finden.

Freie Software unter der GNU General Public License, Version 3 oder später.
Datenbank: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>No name begins with “%1” among the jobs around that were shown.</source>
        <translation>Unter den Jobs ringsum, die gezeigt wurden, beginnt kein Name mit „%1“.</translation>
    </message>
</context>
<context>
    <name>tallyman::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>Show the technical text</source>
        <translation>Den technischen Text anzeigen</translation>
    </message>
    <message>
        <source>Technical text</source>
        <translation>Technischer Text</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung wegräumen</translation>
    </message>
</context>
<context>
    <name>tallyman::NewRowsPill</name>
    <message numerus="yes">
        <source>%1 new</source>
        <comment>jobs that came in above</comment>
        <translation>
            <numerusform>%1 neuer</numerusform>
            <numerusform>%1 neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to newest</source>
        <translation>Zum neuesten Job</translation>
    </message>
</context>
<context>
    <name>tallyman::NoMatchPage</name>
    <message>
        <source>The words were looked for in name and error, and as the beginning of ID, provider and user. A deep search also reads input, output, JSON and results of every job.</source>
        <translation>Die Wörter wurden in Name und Fehler gesucht und als Anfang von ID, Provider und Benutzer. Eine tiefe Suche liest auch Eingabe, Ausgabe, JSON und Ergebnisse jedes Jobs.</translation>
    </message>
    <message>
        <source>C&amp;lear search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>Searc&amp;h deep</source>
        <translation>&amp;Tief suchen</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
</context>
<context>
    <name>tallyman::PathField</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open it with the program for files of its kind</source>
        <translation>Mit dem Programm für solche Dateien öffnen</translation>
    </message>
    <message>
        <source>Show in fo&amp;lder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder that it is in</source>
        <translation>Den Ordner öffnen, in dem es liegt</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>Show in folder: %1</source>
        <translation>Im Ordner zeigen: %1</translation>
    </message>
</context>
<context>
    <name>tallyman::ProgressLine</name>
    <message>
        <source>Progress: %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <source>Progress unknown</source>
        <translation>Fortschritt unbekannt</translation>
    </message>
</context>
<context>
    <name>tallyman::QueryHelp</name>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>All conditions must hold. Press an example to add it to your query.</source>
        <translation>Alle Bedingungen müssen gelten. Ein Druck auf ein Beispiel fügt es der Abfrage hinzu.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an example of a query and what it means</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tallyman::Question</name>
    <message>
        <source>Tallyman</source>
        <translation>Tallyman</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>tallyman::ReadingBar</name>
    <message>
        <source>Sorting</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Reading jobs</source>
        <translation>Jobs werden gelesen</translation>
    </message>
</context>
<context>
    <name>tallyman::ResultsPage</name>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>Ergebnisse filtern</translation>
    </message>
    <message>
        <source>Item, error or details</source>
        <translation>Element, Fehler oder Details</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>This job has not reported results of single items.</source>
        <translation>Dieser Job hat keine Ergebnisse einzelner Elemente gemeldet.</translation>
    </message>
    <message>
        <source>No item, error or details contain this text.</source>
        <translation>Kein Element, kein Fehler und keine Details enthalten diesen Text.</translation>
    </message>
    <message>
        <source>%1 items, %2 failed</source>
        <translation>Elemente: %1, fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 of %2 items match</source>
        <translation>%1 von %2 Elementen passen</translation>
    </message>
    <message>
        <source>%1; the first %2 are shown</source>
        <translation>%1; die ersten %2 werden gezeigt</translation>
    </message>
</context>
<context>
    <name>tallyman::SavedViews</name>
    <message>
        <source>every job</source>
        <translation>jeder Job</translation>
    </message>
    <message>
        <source>Counting these takes too long to be done again and again</source>
        <translation>Diese zu zählen dauert zu lange, um es ständig zu wiederholen</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Noch nicht gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 Job</numerusform>
            <numerusform>%1 Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a view and its count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, open</source>
        <comment>a view</comment>
        <translation>%1, geöffnet</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>tallyman::SearchField</name>
    <message>
        <source>&amp;Deep</source>
        <translation>&amp;Tief</translation>
    </message>
    <message>
        <source>Search, e.g. web status:failed created:&lt;7d  (F1 for more)</source>
        <translation>Suchen, z. B. web status:failed created:&lt;7d  (mehr mit F1)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Earlier queries</source>
        <translation>Frühere Abfragen</translation>
    </message>
    <message>
        <source>Earlier queries (Alt+Down)</source>
        <translation>Frühere Abfragen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Search input, output, JSON and results too (in:all). This reads every job, which may take minutes.</source>
        <translation>Auch Eingabe, Ausgabe, JSON und Ergebnisse durchsuchen (in:all). Das liest jeden Job, was Minuten dauern kann.</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>How to search (F1)</source>
        <translation>So wird gesucht (F1)</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
</context>
<context>
    <name>tallyman::SearchPart</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Neue Ansicht</translation>
    </message>
</context>
<context>
    <name>tallyman::ShortcutSheet</name>
    <message>
        <source> or </source>
        <comment>Ctrl+? or F1</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Next or previous job</source>
        <translation>Nächster oder voriger Job</translation>
    </message>
    <message>
        <source>Show the job&apos;s details</source>
        <translation>Details des Jobs zeigen</translation>
    </message>
    <message>
        <source>First or last job</source>
        <translation>Erster oder letzter Job</translation>
    </message>
    <message>
        <source>A screen up or down</source>
        <translation>Eine Seite auf oder ab</translation>
    </message>
    <message>
        <source>Select up to there</source>
        <translation>Bis dorthin auswählen</translation>
    </message>
    <message>
        <source>Go without selecting</source>
        <translation>Gehen, ohne auszuwählen</translation>
    </message>
    <message>
        <source>Select the job or not</source>
        <translation>Den Job auswählen oder nicht</translation>
    </message>
    <message>
        <source>Next name that begins so, of the jobs around</source>
        <translation>Nächster Name, der so beginnt, unter den Jobs ringsum</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Open a saved view, in the order of the list</source>
        <translation>Eine gespeicherte Ansicht öffnen, in der Folge der Liste</translation>
    </message>
    <message>
        <source>Menu of the selected jobs</source>
        <translation>Menü der ausgewählten Jobs</translation>
    </message>
</context>
<context>
    <name>tallyman::StartupProblem</name>
    <message>
        <source>Tallyman</source>
        <translation>Tallyman</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>Die Datenbank kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Technical text</source>
        <translation>Technischer Text</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy message and details</source>
        <translation>Meldung und Details kopieren</translation>
    </message>
</context>
<context>
    <name>tallyman::StatisticTile</name>
    <message>
        <source>%1: %2</source>
        <comment>caption and number</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tallyman::StatisticsStrip</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Average duration</source>
        <translation>Mittlere Dauer</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Jobs that are stored now</source>
        <translation>Jobs, die jetzt gespeichert sind</translation>
    </message>
    <message>
        <source>Completed jobs of those that completed or failed, ever</source>
        <translation>Anteil der fertigen an allen jemals fertigen oder fehlgeschlagenen Jobs</translation>
    </message>
    <message>
        <source>Average duration of the jobs that completed, ever</source>
        <translation>Mittlere Dauer aller jemals fertigen Jobs</translation>
    </message>
</context>
<context>
    <name>tallyman::StatusBadge</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tallyman::SuggestionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>tallyman::SummaryPage</name>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Im Mittel</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 jobs added up</source>
        <translation>%1 von %2 Jobs zusammengezählt</translation>
    </message>
</context>
<context>
    <name>tallyman::TextDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>The text has %1 characters, and can have %2. Shorten it.</source>
        <translation>Der Text hat %1 Zeichen und darf %2 haben. Bitte kürzen.</translation>
    </message>
</context>
<context>
    <name>tallyman::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>tallyman::ViewsList</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
</context>
<context>
    <name>tallyman::ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Update to the current query</source>
        <translation>&amp;Auf die jetzige Abfrage setzen</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Paste &amp;view</source>
        <translation>Ansicht &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete view</source>
        <translation>Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>R&amp;estore shipped views</source>
        <translation>Mitgelieferte Ansichten &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>What to do with views</source>
        <translation>Was sich mit Ansichten tun lässt</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Bring the view back (Ctrl+Z)</source>
        <translation>Die Ansicht zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>tallyman::WindowActions</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Tallyman; its API ends with it</source>
        <translation>Tallyman schließen; seine API endet damit</translation>
    </message>
    <message>
        <source>&amp;Copy ID</source>
        <translation>ID &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the IDs of the selected jobs, one on a line</source>
        <translation>Die IDs der ausgewählten Jobs kopieren, eine je Zeile</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Select every job</source>
        <translation>Alle Jobs auswählen</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>Select no job</source>
        <translation>Keinen Job auswählen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Read everything again; changes show without it</source>
        <translation>Alles neu einlesen; Änderungen erscheinen auch ohne das</translation>
    </message>
    <message>
        <source>Go to &amp;newest</source>
        <translation>Zum &amp;neuesten Job</translation>
    </message>
    <message>
        <source>Sort by creation, newest first, and go to the top</source>
        <translation>Nach Erstellung sortieren, neueste zuerst, und an den Anfang gehen</translation>
    </message>
    <message>
        <source>Show &amp;statistics</source>
        <translation>&amp;Statistik anzeigen</translation>
    </message>
    <message>
        <source>Show the numbers of all jobs above the table</source>
        <translation>Die Zahlen aller Jobs über der Tabelle anzeigen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Sort &amp;by</source>
        <translation>S&amp;ortieren nach</translation>
    </message>
    <message>
        <source>Copy e&amp;xample command</source>
        <translation>&amp;Beispielbefehl kopieren</translation>
    </message>
    <message>
        <source>Copy a command that adds a job</source>
        <translation>Einen Befehl kopieren, der einen Job anlegt</translation>
    </message>
    <message>
        <source>&amp;Copy API address</source>
        <translation>&amp;API-Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the address that jobs are reported to</source>
        <translation>Die Adresse kopieren, an die Jobs gemeldet werden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Try once more to serve the API at its port</source>
        <translation>Noch einmal versuchen, die API an ihrem Port bereitzustellen</translation>
    </message>
    <message>
        <source>&amp;Use another port</source>
        <translation>Anderen &amp;Port verwenden</translation>
    </message>
    <message>
        <source>Serve the API at a port that is free, until you quit</source>
        <translation>Die API bis zum Beenden an einem freien Port bereitstellen</translation>
    </message>
    <message>
        <source>&amp;Open database folder</source>
        <translation>&amp;Datenbankordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder that the database is in</source>
        <translation>Den Ordner zeigen, in dem die Datenbank liegt</translation>
    </message>
    <message>
        <source>&amp;About Tallyman</source>
        <translation>Über &amp;Tallyman</translation>
    </message>
    <message>
        <source>Version and license</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>The library that Tallyman is made with</source>
        <translation>Die Bibliothek, mit der Tallyman gebaut ist</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the jobs shown, or those selected, to a file as CSV or JSON</source>
        <translation>Die gezeigten oder ausgewählten Jobs als CSV oder JSON in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Die Jobs durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Previous query</source>
        <translation>&amp;Vorige Abfrage</translation>
    </message>
    <message>
        <source>Back to what was searched before</source>
        <translation>Zurück zu dem, was zuvor gesucht wurde</translation>
    </message>
    <message>
        <source>Ne&amp;xt query</source>
        <translation>Nä&amp;chste Abfrage</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>&amp;Save view</source>
        <translation>Ansicht spei&amp;chern</translation>
    </message>
    <message>
        <source>Save the query with a name, its order and the columns</source>
        <translation>Die Abfrage mit Name, Reihenfolge und Spalten speichern</translation>
    </message>
    <message>
        <source>Show &amp;views</source>
        <translation>&amp;Ansichten zeigen</translation>
    </message>
    <message>
        <source>Show saved views and numbers to filter by at the left of the table</source>
        <translation>Links der Tabelle gespeicherte Ansichten zeigen und Zahlen, nach denen sich filtern lässt</translation>
    </message>
    <message>
        <source>&amp;How to search</source>
        <translation>So wird &amp;gesucht</translation>
    </message>
    <message>
        <source>How a query is written</source>
        <translation>Wie eine Abfrage geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys that do something</source>
        <translation>Alle Tasten, die etwas tun</translation>
    </message>
    <message>
        <source>Saved v&amp;iews</source>
        <translation>Gespeicherte Ansich&amp;ten</translation>
    </message>
</context>
<context>
    <name>tallyman::WindowStatus</name>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 Job</numerusform>
            <numerusform>%1 Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · %1 ausgewählt</translation>
    </message>
    <message>
        <source>API switched off</source>
        <translation>API ausgeschaltet</translation>
    </message>
    <message>
        <source>The settings say not to serve it. Jobs come from other programs that use this database.</source>
        <translation>Laut Einstellungen wird sie nicht bereitgestellt. Jobs kommen von anderen Programmen, die diese Datenbank verwenden.</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Jobs are reported to %1</source>
        <translation>Jobs werden an %1 gemeldet</translation>
    </message>
    <message>
        <source>Kept in memory only</source>
        <translation>Nur im Arbeitsspeicher</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 jobs</source>
        <translation>
            <numerusform>%1 von %2 Job</numerusform>
            <numerusform>%1 von %2 Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::WorkBar</name>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Stop at once; what is done stays done</source>
        <translation>Sofort anhalten; was getan ist, bleibt getan</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch einige Sekunden</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
</context>
</TS>
