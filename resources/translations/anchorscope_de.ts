<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Ladder</name>
        <message>
            <source>table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>trajectory</source>
            <translation>Zustandsfolge</translation>
        </message>
        <message>
            <source>execution</source>
            <translation>Ausführung</translation>
        </message>
        <message>
            <source>proof</source>
            <translation>Beweis</translation>
        </message>
        <message>
            <source>digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>inclusion</source>
            <translation>Einschluss</translation>
        </message>
        <message>
            <source>block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>finality</source>
            <translation>Finalität</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>Ausführung</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>Beweis</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>Festschreibung</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <source>passed, not final</source>
            <translation>bestanden, nicht final</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>nicht geprüft</translation>
        </message>
        <message>
            <source>cannot be checked</source>
            <translation>nicht prüfbar</translation>
        </message>
        <message>
            <source>can’t be checked</source>
            <translation>nicht prüfbar</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1: %2, %3</translation>
        </message>
        <message>
            <source>%1 of %2 failed</source>
            <translation>%1 von %2 fehlgeschlagen</translation>
        </message>
        <message>
            <source>%1 of %2 rungs failed</source>
            <translation>%1 von %2 Stufen fehlgeschlagen</translation>
        </message>
        <message>
            <source>%1 of %2 passed</source>
            <translation>%1 von %2 bestanden</translation>
        </message>
        <message>
            <source>%1 of %2 rungs passed</source>
            <translation>%1 von %2 Stufen bestanden</translation>
        </message>
    </context>
    <context>
        <name>Meaning</name>
        <message>
            <source>Passed</source>
            <translation>Bestanden</translation>
        </message>
        <message>
            <source>Not final</source>
            <translation>Nicht final</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <source>Cannot be checked</source>
            <translation>Nicht prüfbar</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
    </context>
    <context>
        <name>QObject</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::EndpointBook</name>
        <message>
            <source>its key was kept for one run only; enter it again</source>
            <translation>sein Schlüssel wurde nur für einen Lauf aufbewahrt; geben Sie ihn erneut ein</translation>
        </message>
        <message>
            <source>its key is not known any more; enter it again</source>
            <translation>sein Schlüssel ist nicht mehr bekannt; geben Sie ihn erneut ein</translation>
        </message>
        <message>
            <source>%1: its key was not kept: %2</source>
            <translation>%1: sein Schlüssel wurde nicht aufbewahrt: %2</translation>
        </message>
        <message>
            <source>A name of at most %1 characters is expected</source>
            <translation>Ein Name mit höchstens %1 Zeichen wird erwartet</translation>
        </message>
        <message>
            <source>An address that begins with http:// or https:// is expected</source>
            <translation>Eine Adresse, die mit http:// oder https:// beginnt, wird erwartet</translation>
        </message>
        <message>
            <source>There is a profile of this name already</source>
            <translation>Es gibt bereits ein Profil dieses Namens</translation>
        </message>
        <message>
            <source>There is room for %1 profiles</source>
            <translation>Es ist Platz für %1 Profile</translation>
        </message>
        <message>
            <source>%1 is asked now, and not remembered: %2</source>
            <translation>%1 wird jetzt gefragt und nicht gemerkt: %2</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>kein Schlüssel</translation>
        </message>
        <message>
            <source>for this run only</source>
            <translation>nur für diesen Lauf</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::FoundAnchorModel</name>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>Transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>Contract</translation>
        </message>
        <message>
            <source>Committer</source>
            <translation>Committer</translation>
        </message>
        <message>
            <source>Digest of</source>
            <translation>Digest von</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Log %1 of receipt %2</source>
            <translation>Log %1 von Receipt %2</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::FoundModel</name>
        <message>
            <source>The transaction’s input</source>
            <translation>Die Eingabe der Transaktion</translation>
        </message>
        <message>
            <source>Inside another input</source>
            <translation>In einer anderen Eingabe</translation>
        </message>
        <message>
            <source>Inner call, by a trace</source>
            <translation>Innerer Aufruf, laut einem Trace</translation>
        </message>
        <message>
            <source>1 entry</source>
            <translation>1 Eintrag</translation>
        </message>
        <message>
            <source>%1 entries</source>
            <translation>%1 Einträge</translation>
        </message>
        <message>
            <source>%1, reverted</source>
            <translation>%1, zurückgerollt</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>Transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>Found as</source>
            <translation>Gefunden als</translation>
        </message>
        <message>
            <source>Anchor</source>
            <translation>Verankerung</translation>
        </message>
        <message>
            <source>%1, block %2</source>
            <translation>%1, Block %2</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::NoteStore</name>
        <message>
            <source>There are %1 notes already, the most that are kept</source>
            <translation>Es gibt schon %1 Notizen, die meisten, die aufbewahrt werden</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::PreimageModel</name>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Taken from</source>
            <translation>Entnommen aus</translation>
        </message>
        <message>
            <source>%1  was %2</source>
            <translation>%1  war %2</translation>
        </message>
        <message>
            <source>what if</source>
            <translation>was wäre wenn</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::Presentation</name>
        <message>
            <source>One bundle, one digest</source>
            <translation>Ein Bündel, ein Digest</translation>
        </message>
        <message>
            <source>Bytes, and their digest</source>
            <translation>Bytes und ihr Digest</translation>
        </message>
        <message>
            <source>No execution table was read from them. Their digest can still be compared.</source>
            <translation>Aus ihnen wurde keine Ausführungstabelle gelesen. Ihr Digest lässt sich trotzdem vergleichen.</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Einträge</translation>
        </message>
        <message>
            <source>Transitions</source>
            <translation>Übergänge</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>SHA-256 of the file</source>
            <translation>SHA-256 der Datei</translation>
        </message>
        <message>
            <source>And so on</source>
            <translation>Und so weiter</translation>
        </message>
        <message>
            <source>%1 further transitions follow in the same way. Each of their hashes is recomputed too; the tree shows them all.</source>
            <translation>%1 weitere Übergänge folgen auf dieselbe Weise. Auch jeder ihrer Hashes wird neu berechnet; der Baum zeigt sie alle.</translation>
        </message>
        <message>
            <source>The states move</source>
            <translation>Die Zustände ändern sich</translation>
        </message>
        <message>
            <source>Rollup %1</source>
            <translation>Rollup %1</translation>
        </message>
        <message>
            <source>%1 does not continue at entry %2: it starts from %3, not from where it stood.</source>
            <translation>%1 setzt bei Eintrag %2 nicht fort: Er geht von %3 aus, nicht von seinem letzten Zustand.</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>%1 rollups move; the first are shown.</source>
            <translation>%1 Rollups ändern sich; die ersten sind gezeigt.</translation>
        </message>
        <message>
            <source>Each state must be the one that the step before left behind.</source>
            <translation>Jeder Zustand muss der sein, den der Schritt davor hinterlassen hat.</translation>
        </message>
        <message>
            <source>Call %1 begins</source>
            <translation>Aufruf %1 beginnt</translation>
        </message>
        <message>
            <source>A call ends, %1 begun so far</source>
            <translation>Ein Aufruf endet, %1 bisher begonnen</translation>
        </message>
        <message>
            <source>Nested call %1 begins</source>
            <translation>Verschachtelter Aufruf %1 beginnt</translation>
        </message>
        <message>
            <source>Nested call %1 ends</source>
            <translation>Verschachtelter Aufruf %1 endet</translation>
        </message>
        <message>
            <source>success, %1</source>
            <translation>Erfolg, %1</translation>
        </message>
        <message>
            <source>failure, %1</source>
            <translation>Fehlschlag, %1</translation>
        </message>
        <message>
            <source>A call on %1</source>
            <translation>Ein Aufruf auf %1</translation>
        </message>
        <message>
            <source>%1 calls %2</source>
            <translation>%1 ruft %2 auf</translation>
        </message>
        <message>
            <source>The call on %1 returns</source>
            <translation>Der Aufruf auf %1 kehrt zurück</translation>
        </message>
        <message>
            <source>%1 answers %2</source>
            <translation>%1 antwortet %2</translation>
        </message>
        <message>
            <source>Calls that are rolled back</source>
            <translation>Aufrufe, die zurückgerollt werden</translation>
        </message>
        <message>
            <source>Calls are undone</source>
            <translation>Aufrufe werden rückgängig gemacht</translation>
        </message>
        <message>
            <source>%1 looks something up</source>
            <translation>%1 schlägt etwas nach</translation>
        </message>
        <message>
            <source>%1 works alone</source>
            <translation>%1 arbeitet allein</translation>
        </message>
        <message>
            <source>%1: %2 enters. The answer has to come in the same block.</source>
            <translation>%1: %2 tritt ein. Die Antwort muss im selben Block kommen.</translation>
        </message>
        <message>
            <source>%1: %2. The calls before are still open and wait for it.</source>
            <translation>%1: %2. Die Aufrufe davor sind noch offen und warten darauf.</translation>
        </message>
        <message>
            <source>It comes back with %1.</source>
            <translation>Zurück kommt %1.</translation>
        </message>
        <message>
            <source>They happened, were rolled back together, and still count in the hash.</source>
            <translation>Sie sind geschehen, wurden gemeinsam zurückgerollt und zählen im Hash trotzdem.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Nothing was called inside: the hash stays 0 whatever happened.</source>
            <translation>Darin wurde nichts aufgerufen: Der Hash bleibt 0, was auch geschah.</translation>
        </message>
        <message>
            <source>The results were not seen: it cannot be recomputed.</source>
            <translation>Die Ergebnisse wurden nicht gesehen: Er lässt sich nicht neu berechnen.</translation>
        </message>
        <message>
            <source>Here they part: the table says another.</source>
            <translation>Hier trennen sie sich: Die Tabelle nennt einen anderen.</translation>
        </message>
        <message>
            <source>Equal to the table’s.</source>
            <translation>Gleich dem der Tabelle.</translation>
        </message>
        <message>
            <source>Equal to the table’s, as far as these results can be believed.</source>
            <translation>Gleich dem der Tabelle, soweit diesen Ergebnissen zu glauben ist.</translation>
        </message>
        <message>
            <source>This format has no rolling hash.</source>
            <translation>Dieses Format hat keinen rollierenden Hash.</translation>
        </message>
        <message>
            <source>What this entry’s calls gave back was not seen, so its hash is not built up here.</source>
            <translation>Was die Aufrufe dieses Eintrags zurückgaben, wurde nicht gesehen; deshalb wird sein Hash hier nicht aufgebaut.</translation>
        </message>
        <message>
            <source>The rolling hash of this entry starts at 0. Each call that begins or ends is folded into it.</source>
            <translation>Der rollierende Hash dieses Eintrags beginnt bei 0. Jeder Aufruf, der beginnt oder endet, geht in ihn ein.</translation>
        </message>
        <message>
            <source>This step is not folded into the hash.</source>
            <translation>Dieser Schritt geht nicht in den Hash ein.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::ProfileModel</name>
        <message>
            <source>L1</source>
            <translation>L1</translation>
        </message>
        <message>
            <source>Rollup %1</source>
            <translation>Rollup %1</translation>
        </message>
        <message>
            <source>%1, chain %2</source>
            <translation>%1, Chain %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>asking the keychain</source>
            <translation>frage den Schlüsselbund</translation>
        </message>
        <message>
            <source>my own</source>
            <translation>mein eigener</translation>
        </message>
        <message>
            <source>somebody’s</source>
            <translation>der von jemandem</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::StepModel</name>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ausgang</translation>
        </message>
        <message>
            <source>Hash before</source>
            <translation>Hash davor</translation>
        </message>
        <message>
            <source>Hash after</source>
            <translation>Hash danach</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Not compared</source>
            <translation>Nicht verglichen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>no signer</source>
            <translation>kein Unterzeichner</translation>
        </message>
        <message>
            <source>Seen in %1.</source>
            <translation>Gesehen in %1.</translation>
        </message>
        <message>
            <source>Computed here</source>
            <translation>Hier berechnet</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>Stimmt überein</translation>
        </message>
        <message>
            <source>Not decided</source>
            <translation>Nicht entschieden</translation>
        </message>
        <message>
            <source>As the trace says</source>
            <translation>Wie der Trace sagt</translation>
        </message>
        <message>
            <source>As told</source>
            <translation>Wie gesagt</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>Derselbe</translation>
        </message>
        <message>
            <source>What if: changed</source>
            <translation>Was wäre wenn: geändert</translation>
        </message>
        <message>
            <source>Diverges here</source>
            <translation>Weicht hier ab</translation>
        </message>
        <message>
            <source>As the table’s</source>
            <translation>Wie in der Tabelle</translation>
        </message>
        <message>
            <source>Follows from it</source>
            <translation>Folgt daraus</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::WatchModel</name>
        <message>
            <source>1 entry</source>
            <translation>1 Eintrag</translation>
        </message>
        <message>
            <source>%1 entries</source>
            <translation>%1 Einträge</translation>
        </message>
        <message>
            <source>%1, anchored now</source>
            <translation>%1, jetzt verankert</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Zurückgenommen</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Gesehen</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>Mismatch</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Malformed</source>
            <translation>Fehlerhaft</translation>
        </message>
        <message>
            <source>Unproven</source>
            <translation>Unbewiesen</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>von %1</translation>
        </message>
        <message>
            <source>, digest %1</source>
            <translation>, Digest %1</translation>
        </message>
        <message>
            <source>Its block left the chain; before: %1</source>
            <translation>Sein Block hat die Chain verlassen; zuvor: %1</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>Block %1: %2</source>
            <translation>Block %1: %2</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::model::Words</name>
        <message>
            <source>Waiting for %1</source>
            <translation>Warte auf %1</translation>
        </message>
        <message>
            <source>cast send %1 'record(bytes32)' %2 --rpc-url "$ETH_RPC_URL" --chain %3</source>
            <translation>cast send %1 'record(bytes32)' %2 --rpc-url "$ETH_RPC_URL" --chain %3</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Our command line</source>
            <translation>Unsere Befehlszeile</translation>
        </message>
        <message>
            <source>Hex</source>
            <translation>Hex</translation>
        </message>
        <message>
            <source>Decimal</source>
            <translation>Dezimal</translation>
        </message>
        <message>
            <source>Its bytes in the table</source>
            <translation>Seine Bytes in der Tabelle</translation>
        </message>
        <message>
            <source>JSON path</source>
            <translation>JSON-Pfad</translation>
        </message>
        <message>
            <source>C array</source>
            <translation>C-Array</translation>
        </message>
        <message>
            <source>cast: to hex</source>
            <translation>cast: nach Hex</translation>
        </message>
        <message>
            <source>cast: selector of the function</source>
            <translation>cast: Selektor der Funktion</translation>
        </message>
        <message>
            <source>cast: checksum of the address</source>
            <translation>cast: Prüfsumme der Adresse</translation>
        </message>
        <message>
            <source>cast: to decimal</source>
            <translation>cast: nach Dezimal</translation>
        </message>
        <message>
            <source>cast: decode the calldata</source>
            <translation>cast: Calldata dekodieren</translation>
        </message>
        <message>
            <source>cast: Keccak-256</source>
            <translation>cast: Keccak-256</translation>
        </message>
        <message>
            <source>curl: %1</source>
            <translation>curl: %1</translation>
        </message>
        <message>
            <source>receipt of the anchor’s transaction</source>
            <translation>Receipt der Anker-Transaktion</translation>
        </message>
        <message>
            <source>block of the anchor</source>
            <translation>Block der Verankerung</translation>
        </message>
        <message>
            <source>transaction that posted the table</source>
            <translation>Transaktion, die die Tabelle einreichte</translation>
        </message>
        <message>
            <source>receipts of the table’s block</source>
            <translation>Receipts des Blocks der Tabelle</translation>
        </message>
        <message>
            <source>Verifying all receipts, block %1</source>
            <translation>Prüfe alle Receipts, Block %1</translation>
        </message>
        <message>
            <source>Proving the log in block %1</source>
            <translation>Beweise das Log in Block %1</translation>
        </message>
        <message>
            <source> (headers as %1 has them, the last one %2)</source>
            <translation> (Header laut %1, der letzte: %2)</translation>
        </message>
        <message>
            <source>, which the endpoint did not name when it was asked for them</source>
            <translation>, die der Endpunkt nicht nannte, als er danach gefragt wurde</translation>
        </message>
        <message>
            <source>; %1 that the endpoint named are not in their blocks</source>
            <translation>; %1, die der Endpunkt nannte, stehen nicht in ihren Blöcken</translation>
        </message>
        <message>
            <source>block %1, log %2 of transaction %3</source>
            <translation>Block %1, Log %2 der Transaktion %3</translation>
        </message>
        <message>
            <source>not in the table's block; not searched for elsewhere</source>
            <translation>nicht im Block der Tabelle; anderswo nicht gesucht</translation>
        </message>
        <message>
            <source>Reading block %1</source>
            <translation>Lese Block %1</translation>
        </message>
        <message>
            <source>%1: %2, next try in %3 s</source>
            <translation>%1: %2, nächster Versuch in %3 s</translation>
        </message>
        <message>
            <source>Searching blocks %1 to %2</source>
            <translation>Durchsuche die Blöcke %1 bis %2</translation>
        </message>
        <message>
            <source>%1 is there already</source>
            <translation>%1 ist bereits vorhanden</translation>
        </message>
        <message>
            <source>%1 is not there</source>
            <translation>%1 ist nicht vorhanden</translation>
        </message>
        <message>
            <source>%1 cannot be written</source>
            <translation>%1 kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>byte</source>
            <translation>Byte</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>Header of block %1</source>
            <translation>Header von Block %1</translation>
        </message>
        <message>
            <source>%1 fields · %2 bytes of RLP</source>
            <translation>%1 Felder · %2 Bytes RLP</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>RLP bytes</source>
            <translation>RLP-Bytes</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source>bytes %1–%2 of the header</source>
            <translation>Bytes %1–%2 des Headers</translation>
        </message>
        <message>
            <source>Keccak-256 of these bytes: %1</source>
            <translation>Keccak-256 dieser Bytes: %1</translation>
        </message>
        <message>
            <source>Leaf</source>
            <translation>Blatt</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Erweiterung</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Verzweigung</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>inside the node above</source>
            <translation>im Knoten darüber</translation>
        </message>
        <message>
            <source>the root: equals %1</source>
            <translation>die Wurzel: gleich %1</translation>
        </message>
        <message>
            <source>the root: not the %1 of the header</source>
            <translation>die Wurzel: nicht der %1 des Headers</translation>
        </message>
        <message>
            <source>child</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>child at %1</source>
            <translation>Kind bei %1</translation>
        </message>
        <message>
            <source> · value: %1</source>
            <translation> · Wert: %1</translation>
        </message>
        <message>
            <source>Matches</source>
            <translation>Passt</translation>
        </message>
        <message>
            <source>Not at hand</source>
            <translation>Nicht zur Hand</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>Gebrochen</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>Weicht ab</translation>
        </message>
        <message>
            <source>Path through the receipts trie</source>
            <translation>Pfad durch den Receipts-Trie</translation>
        </message>
        <message>
            <source>Path through the transactions trie</source>
            <translation>Pfad durch den Transaktions-Trie</translation>
        </message>
        <message>
            <source>No path is at hand.</source>
            <translation>Kein Pfad ist zur Hand.</translation>
        </message>
        <message>
            <source>key %1</source>
            <translation>Schlüssel %1</translation>
        </message>
        <message>
            <source>the receipt</source>
            <translation>der Receipt</translation>
        </message>
        <message>
            <source>the transaction</source>
            <translation>die Transaktion</translation>
        </message>
        <message>
            <source>Every node hashes to the reference in the node above it.</source>
            <translation>Jeder Knoten ergibt den Verweis im Knoten darüber.</translation>
        </message>
        <message>
            <source>This path does not lead from the header’s root to the value.</source>
            <translation>Dieser Pfad führt nicht von der Wurzel des Headers zum Wert.</translation>
        </message>
        <message>
            <source>%1 · %2 bytes · Keccak-256, computed here</source>
            <translation>%1 · %2 Bytes · Keccak-256, hier berechnet</translation>
        </message>
        <message>
            <source>node</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>nodes</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>event signature</source>
            <translation>Signatur des Ereignisses</translation>
        </message>
        <message>
            <source>emitted by</source>
            <translation>ausgegeben von</translation>
        </message>
        <message>
            <source>event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>the digest that is expected</source>
            <translation>der erwartete Digest</translation>
        </message>
        <message>
            <source>data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Receipt and log</source>
            <translation>Receipt und Log</translation>
        </message>
        <message>
            <source>The receipt of the anchor’s transaction is not at hand.</source>
            <translation>Der Receipt der Anker-Transaktion ist nicht zur Hand.</translation>
        </message>
        <message>
            <source>Receipt %1, log %2</source>
            <translation>Receipt %1, Log %2</translation>
        </message>
        <message>
            <source>Receipt %1</source>
            <translation>Receipt %1</translation>
        </message>
        <message>
            <source>type %1 · no status</source>
            <translation>Typ %1 · kein Status</translation>
        </message>
        <message>
            <source>type %1 · status %2</source>
            <translation>Typ %1 · Status %2</translation>
        </message>
        <message>
            <source>logs</source>
            <translation>Logs</translation>
        </message>
        <message>
            <source>No log at that place: the receipt has %1.</source>
            <translation>Kein Log an dieser Stelle: Der Receipt hat %1.</translation>
        </message>
        <message>
            <source>log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>logs in the receipt</source>
            <translation>Logs im Receipt</translation>
        </message>
        <message>
            <source>cumulative gas</source>
            <translation>kumuliertes Gas</translation>
        </message>
        <message>
            <source>Transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>The block’s transactions are not at hand.</source>
            <translation>Die Transaktionen des Blocks sind nicht zur Hand.</translation>
        </message>
        <message>
            <source>Transaction %1 of block %2</source>
            <translation>Transaktion %1 von Block %2</translation>
        </message>
        <message>
            <source>type %1 · %2 bytes</source>
            <translation>Typ %1 · %2 Bytes</translation>
        </message>
        <message>
            <source>hash</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>to</source>
            <translation>an</translation>
        </message>
        <message>
            <source>creates a contract</source>
            <translation>erzeugt einen Contract</translation>
        </message>
        <message>
            <source>signed for chain</source>
            <translation>signiert für Chain</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>no status</source>
            <translation>kein Status</translation>
        </message>
        <message>
            <source>succeeded</source>
            <translation>erfolgreich</translation>
        </message>
        <message>
            <source>reverted</source>
            <translation>zurückgerollt</translation>
        </message>
        <message>
            <source>block’s bytes</source>
            <translation>Bytes des Blocks</translation>
        </message>
        <message>
            <source>inner call</source>
            <translation>innerer Aufruf</translation>
        </message>
        <message>
            <source>shown by the trace of %1</source>
            <translation>gezeigt durch den Trace von %1</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>Stimmt überein</translation>
        </message>
        <message>
            <source>Another block</source>
            <translation>Anderer Block</translation>
        </message>
        <message>
            <source>No such block</source>
            <translation>Kein solcher Block</translation>
        </message>
        <message>
            <source>Another chain</source>
            <translation>Andere Chain</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <source> (your own)</source>
            <translation> (Ihr eigener)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>What endpoints answered</source>
            <translation>Was die Endpunkte antworteten</translation>
        </message>
        <message>
            <source>Endpoint</source>
            <translation>Endpunkt</translation>
        </message>
        <message>
            <source>Block hash</source>
            <translation>Blockhash</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>Finalized</source>
            <translation>Finalisiert</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>%1 asked in this run</source>
            <translation>%1 in diesem Lauf gefragt</translation>
        </message>
        <message>
            <source>No endpoint was asked in this run: nothing left this computer.</source>
            <translation>In diesem Lauf wurde kein Endpunkt gefragt: Nichts verließ diesen Rechner.</translation>
        </message>
        <message>
            <source>Pinned blocks</source>
            <translation>Festgelegte Blöcke</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Festlegen</translation>
        </message>
        <message>
            <source>Says of this height</source>
            <translation>Sagt über diese Höhe</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Wie</translation>
        </message>
        <message>
            <source>block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>block hash</source>
            <translation>Blockhash</translation>
        </message>
        <message>
            <source>pinned: %1</source>
            <translation>festgelegt: %1</translation>
        </message>
        <message>
            <source>Keccak-256 of the header</source>
            <translation>Keccak-256 des Headers</translation>
        </message>
        <message>
            <source>pin</source>
            <translation>Festlegung</translation>
        </message>
        <message>
            <source>pins</source>
            <translation>Festlegungen</translation>
        </message>
        <message>
            <source>No block is pinned.</source>
            <translation>Kein Block ist festgelegt.</translation>
        </message>
        <message>
            <source>hash at height %1</source>
            <translation>Hash auf Höhe %1</translation>
        </message>
        <message>
            <source>said by %1</source>
            <translation>gesagt von %1</translation>
        </message>
        <message>
            <source>in this header</source>
            <translation>in diesem Header</translation>
        </message>
        <message>
            <source>in %1’s</source>
            <translation>in dem von %1</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Header</translation>
        </message>
        <message>
            <source>The anchor’s block is not at hand.</source>
            <translation>Der Ankerblock ist nicht zur Hand.</translation>
        </message>
        <message>
            <source>block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>time stamp</source>
            <translation>Zeitstempel</translation>
        </message>
        <message>
            <source>in UTC</source>
            <translation>in UTC</translation>
        </message>
        <message>
            <source>slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>on no slot of the chain</source>
            <translation>auf keinem Slot der Chain</translation>
        </message>
        <message>
            <source>the chain has no slot clock</source>
            <translation>die Chain hat keine Slot-Uhr</translation>
        </message>
        <message>
            <source>authentic</source>
            <translation>echt</translation>
        </message>
        <message>
            <source>yes: see “block”</source>
            <translation>ja: siehe „Block“</translation>
        </message>
        <message>
            <source>The table’s block</source>
            <translation>Der Block der Tabelle</translation>
        </message>
        <message>
            <source>The block that accepted the table is not known: see “proof”.</source>
            <translation>Der Block, der die Tabelle angenommen hat, ist nicht bekannt: siehe „Beweis“.</translation>
        </message>
        <message>
            <source>The anchor’s block</source>
            <translation>Der Ankerblock</translation>
        </message>
        <message>
            <source>The anchor’s block is not at hand: see “event”.</source>
            <translation>Der Ankerblock ist nicht zur Hand: siehe „Ereignis“.</translation>
        </message>
        <message>
            <source>%1, or up to %2 later</source>
            <translation>%1, oder bis zu %2 später</translation>
        </message>
        <message>
            <source>of the table</source>
            <translation>der Tabelle</translation>
        </message>
        <message>
            <source>of the anchor</source>
            <translation>der Verankerung</translation>
        </message>
        <message>
            <source>Too late</source>
            <translation>Zu spät</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>Rechtzeitig</translation>
        </message>
        <message>
            <source>finalized head</source>
            <translation>finalisierter Kopf</translation>
        </message>
        <message>
            <source>%1 or higher</source>
            <translation>%1 oder höher</translation>
        </message>
        <message>
            <source>the anchor’s block</source>
            <translation>der Ankerblock</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Noch nicht</translation>
        </message>
        <message>
            <source>in the envelope</source>
            <translation>im Umschlag</translation>
        </message>
        <message>
            <source>stated by you</source>
            <translation>von Ihnen angegeben</translation>
        </message>
        <message>
            <source>Digests of this input</source>
            <translation>Digests dieser Eingabe</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Verglichen</translation>
        </message>
        <message>
            <source>Equal</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Another digest</source>
            <translation>Anderer Digest</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>Berechnet</translation>
        </message>
        <message>
            <source>%1 tried</source>
            <translation>%1 versucht</translation>
        </message>
        <message>
            <source>No profile applies to this input.</source>
            <translation>Auf diese Eingabe passt kein Profil.</translation>
        </message>
        <message>
            <source>The envelope</source>
            <translation>Der Umschlag</translation>
        </message>
        <message>
            <source>No envelope is attached: nothing states which digest was anchored, and where.</source>
            <translation>Es ist kein Umschlag angehängt: Nichts sagt, welcher Digest verankert wurde und wo.</translation>
        </message>
        <message>
            <source>digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>hash function</source>
            <translation>Hashfunktion</translation>
        </message>
        <message>
            <source>chain id</source>
            <translation>Chain-ID</translation>
        </message>
        <message>
            <source>contract</source>
            <translation>Contract</translation>
        </message>
        <message>
            <source>transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>block number</source>
            <translation>Blocknummer</translation>
        </message>
        <message>
            <source>log in the receipt</source>
            <translation>Log im Receipt</translation>
        </message>
        <message>
            <source>committer</source>
            <translation>Committer</translation>
        </message>
        <message>
            <source>What an envelope states is a claim; each line is checked by a rung.</source>
            <translation>Was ein Umschlag angibt, ist eine Behauptung; jede Zeile wird von einer Stufe geprüft.</translation>
        </message>
        <message>
            <source>%1 over %2, computed here</source>
            <translation>%1 über %2, hier berechnet</translation>
        </message>
        <message>
            <source>in the log</source>
            <translation>im Log</translation>
        </message>
        <message>
            <source>emitted the log</source>
            <translation>gab das Log aus</translation>
        </message>
        <message>
            <source>the contract names as committer</source>
            <translation>der Contract nennt als Committer</translation>
        </message>
        <message>
            <source>Anchor events at hand</source>
            <translation>Ankerereignisse zur Hand</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>%1 of receipt %2</source>
            <translation>%1 von Receipt %2</translation>
        </message>
        <message>
            <source>No digest</source>
            <translation>Kein Digest</translation>
        </message>
        <message>
            <source>No anchor event is in the blocks at hand.</source>
            <translation>In den Blöcken zur Hand ist kein Ankerereignis.</translation>
        </message>
        <message>
            <source>the receipt’s block</source>
            <translation>der Block des Receipts</translation>
        </message>
        <message>
            <source>by hashing %1</source>
            <translation>durch Hashen von %1</translation>
        </message>
        <message>
            <source>receipts</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>by hashing the path</source>
            <translation>durch Hashen des Pfads</translation>
        </message>
        <message>
            <source>receiptsRoot</source>
            <translation>receiptsRoot</translation>
        </message>
        <message>
            <source>in the header</source>
            <translation>im Header</translation>
        </message>
        <message>
            <source>transactionsRoot</source>
            <translation>transactionsRoot</translation>
        </message>
        <message>
            <source>transactions</source>
            <translation>Transaktionen</translation>
        </message>
        <message>
            <source>transaction hash</source>
            <translation>Transaktionshash</translation>
        </message>
        <message>
            <source>Keccak-256 of its bytes</source>
            <translation>Keccak-256 ihrer Bytes</translation>
        </message>
        <message>
            <source>Only a single receipt is at hand: nothing binds it to a block.</source>
            <translation>Nur ein einzelner Receipt ist zur Hand: Nichts bindet ihn an einen Block.</translation>
        </message>
        <message>
            <source>Which receipt is the anchor’s is not known.</source>
            <translation>Welcher Receipt der der Verankerung ist, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>The input</source>
            <translation>Die Eingabe</translation>
        </message>
        <message>
            <source>There are no bytes.</source>
            <translation>Es gibt keine Bytes.</translation>
        </message>
        <message>
            <source>file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>SHA-256 of the file</source>
            <translation>SHA-256 der Datei</translation>
        </message>
        <message>
            <source>format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>family</source>
            <translation>Familie</translation>
        </message>
        <message>
            <source>function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>selector</source>
            <translation>Selektor</translation>
        </message>
        <message>
            <source>entries</source>
            <translation>Einträge</translation>
        </message>
        <message>
            <source>lookups</source>
            <translation>Nachschläge</translation>
        </message>
        <message>
            <source>These bytes match no table format.</source>
            <translation>Diese Bytes passen zu keinem Tabellenformat.</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Schwere</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Rules of the contracts</source>
            <translation>Regeln der Contracts</translation>
        </message>
        <message>
            <source>No rule is broken, and there is nothing to remark.</source>
            <translation>Keine Regel ist verletzt, und nichts ist anzumerken.</translation>
        </message>
        <message>
            <source>No rule was checked.</source>
            <translation>Keine Regel wurde geprüft.</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>Nicht genommen</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>Nicht angegeben</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <source>Breaks</source>
            <translation>Bricht</translation>
        </message>
        <message>
            <source>Continues</source>
            <translation>Setzt fort</translation>
        </message>
        <message>
            <source>entry %1</source>
            <translation>Eintrag %1</translation>
        </message>
        <message>
            <source>Rollup %1</source>
            <translation>Rollup %1</translation>
        </message>
        <message>
            <source>step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>State before</source>
            <translation>Zustand davor</translation>
        </message>
        <message>
            <source>State after</source>
            <translation>Zustand danach</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>state of rollup %1 before entry %2</source>
            <translation>Zustand von Rollup %1 vor Eintrag %2</translation>
        </message>
        <message>
            <source>left by the step before</source>
            <translation>vom Schritt davor hinterlassen</translation>
        </message>
        <message>
            <source>in the table</source>
            <translation>in der Tabelle</translation>
        </message>
        <message>
            <source>%1 more: see the page “State roots”.</source>
            <translation>%1 weitere: siehe die Seite „State-Roots“.</translation>
        </message>
        <message>
            <source>rollup</source>
            <translation>Rollup</translation>
        </message>
        <message>
            <source>rollups</source>
            <translation>Rollups</translation>
        </message>
        <message>
            <source>State deltas</source>
            <translation>State-Deltas</translation>
        </message>
        <message>
            <source>The table has no state deltas.</source>
            <translation>Die Tabelle hat keine State-Deltas.</translation>
        </message>
        <message>
            <source>Rolling hashes of the entries</source>
            <translation>Rollierende Hashes der Einträge</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>Angegeben</translation>
        </message>
        <message>
            <source>Recomputed</source>
            <translation>Neu berechnet</translation>
        </message>
        <message>
            <source>Not recomputed</source>
            <translation>Nicht neu berechnet</translation>
        </message>
        <message>
            <source>rolling hash of entry %1</source>
            <translation>rollierender Hash von Eintrag %1</translation>
        </message>
        <message>
            <source>from a trace</source>
            <translation>aus einem Trace</translation>
        </message>
        <message>
            <source>from the logs</source>
            <translation>aus den Logs</translation>
        </message>
        <message>
            <source>entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>There are no entries to recompute.</source>
            <translation>Es gibt keine Einträge zum Neuberechnen.</translation>
        </message>
        <message>
            <source>The manager’s logs</source>
            <translation>Die Logs des Managers</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>events</source>
            <translation>Ereignisse</translation>
        </message>
        <message>
            <source>No log of the stated manager is at hand in the table’s block.</source>
            <translation>Im Block der Tabelle ist kein Log des angegebenen Managers zur Hand.</translation>
        </message>
        <message>
            <source>The manager is not stated: anyone can log its events, so none counts.</source>
            <translation>Der Manager ist nicht angegeben: Jeder kann seine Ereignisse ausgeben, also zählt keines.</translation>
        </message>
        <message>
            <source>receiver</source>
            <translation>Empfänger</translation>
        </message>
        <message>
            <source>the stated manager</source>
            <translation>der angegebene Manager</translation>
        </message>
        <message>
            <source>in the transaction</source>
            <translation>in der Transaktion</translation>
        </message>
        <message>
            <source>bytes that were sent (Keccak-256)</source>
            <translation>gesendete Bytes (Keccak-256)</translation>
        </message>
        <message>
            <source>of the transaction’s input</source>
            <translation>der Eingabe der Transaktion</translation>
        </message>
        <message>
            <source>stated</source>
            <translation>angegeben</translation>
        </message>
        <message>
            <source>signed for</source>
            <translation>signiert für</translation>
        </message>
        <message>
            <source>Public inputs and signers</source>
            <translation>Öffentliche Eingaben und Unterzeichner</translation>
        </message>
        <message>
            <source>Not read: the rollups’ contracts are not known, or the table has no batch.</source>
            <translation>Nicht gelesen: Die Contracts der Rollups sind nicht bekannt, oder die Tabelle hat keinen Batch.</translation>
        </message>
        <message>
            <source>Answers of contracts that are missing: %1.</source>
            <translation>Fehlende Antworten von Contracts: %1.</translation>
        </message>
        <message>
            <source>signer of proof %1</source>
            <translation>Unterzeichner von Beweis %1</translation>
        </message>
        <message>
            <source>answered by</source>
            <translation>beantwortet von</translation>
        </message>
        <message>
            <source>The transaction that posted the table</source>
            <translation>Die Transaktion, die die Tabelle einreichte</translation>
        </message>
        <message>
            <source>No transaction at hand carries these bytes to the manager.</source>
            <translation>Keine Transaktion zur Hand bringt diese Bytes zum Manager.</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Trajectory</source>
            <translation>Zustandsfolge</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>Ausführung</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>Beweis</translation>
        </message>
        <message>
            <source>Inclusion</source>
            <translation>Einschluss</translation>
        </message>
        <message>
            <source>Slot</source>
            <translation>Slot</translation>
        </message>
        <message>
            <source>Finality</source>
            <translation>Finalität</translation>
        </message>
        <message>
            <source>No evidence at hand</source>
            <translation>Keine Belege zur Hand</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <source>what failed</source>
            <translation>was fehlschlug</translation>
        </message>
        <message>
            <source>Nothing has been checked yet.</source>
            <translation>Es wurde noch nichts geprüft.</translation>
        </message>
        <message>
            <source>… %1 more</source>
            <translation>… %1 weitere</translation>
        </message>
        <message>
            <source>computed here</source>
            <translation>hier berechnet</translation>
        </message>
        <message>
            <source>from endpoint %1</source>
            <translation>von Endpunkt %1</translation>
        </message>
        <message>
            <source>from a file</source>
            <translation>aus einer Datei</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>aus %1</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Was geprüft wurde</translation>
        </message>
        <message>
            <source>Who says so</source>
            <translation>Wer es sagt</translation>
        </message>
        <message>
            <source>For this to be wrong</source>
            <translation>Damit dies falsch wäre</translation>
        </message>
        <message>
            <source>Expected and actual</source>
            <translation>Erwartet und tatsächlich</translation>
        </message>
        <message>
            <source>expected %1 %2</source>
            <translation>erwartet: %1 %2</translation>
        </message>
        <message>
            <source>actual %1 %2</source>
            <translation>tatsächlich: %1 %2</translation>
        </message>
        <message>
            <source>The bytes were read as an execution table. Every length, offset and padding byte has its one proper place, and every rule that the contracts enforce holds.</source>
            <translation>Die Bytes wurden als Ausführungstabelle gelesen. Jede Länge, jeder Offset und jedes Füllbyte hat seinen einen richtigen Platz, und jede Regel, die die Contracts durchsetzen, gilt.</translation>
        </message>
        <message>
            <source>Each rollup is followed through the bundle: every step has to begin with the state in which the step before left it, as a ledger carries its balance forward.</source>
            <translation>Jedes Rollup wird durch das Bündel verfolgt: Jeder Schritt muss mit dem Zustand beginnen, in dem der Schritt davor es hinterließ, wie ein Kassenbuch seinen Saldo vorträgt.</translation>
        </message>
        <message>
            <source>What the manager contract logged while the bundle ran was folded, step by step, into the fingerprint that the table promised.</source>
            <translation>Was der Manager-Contract protokollierte, während das Bündel lief, wurde Schritt für Schritt in den Fingerabdruck gefaltet, den die Tabelle versprach.</translation>
        </message>
        <message>
            <source>Whether the chain took exactly these bytes: a transaction in a real block brought them to the manager, and it succeeded.</source>
            <translation>Ob die Chain genau diese Bytes nahm: Eine Transaktion in einem echten Block brachte sie zum Manager, und sie war erfolgreich.</translation>
        </message>
        <message>
            <source>The fingerprint of the bytes was computed here and compared with the one that the envelope, or you, state.</source>
            <translation>Der Fingerabdruck der Bytes wurde hier berechnet und mit dem verglichen, den der Umschlag oder Sie angeben.</translation>
        </message>
        <message>
            <source>The receipt of the anchor’s transaction has to hold a log that names this very fingerprint, in the place where the anchor’s rule looks for it.</source>
            <translation>Der Receipt der Anker-Transaktion muss ein Log enthalten, das genau diesen Fingerabdruck nennt, an der Stelle, wo die Regel der Verankerung ihn sucht.</translation>
        </message>
        <message>
            <source>Receipt and transaction are part of the block: hashed along their paths they give the two roots in the header, and the header hashes to the block hash.</source>
            <translation>Receipt und Transaktion sind Teil des Blocks: Entlang ihrer Pfade gehasht ergeben sie die beiden Wurzeln im Header, und der Header ergibt den Blockhash.</translation>
        </message>
        <message>
            <source>Whether the block with this hash is the one that stands on the chain. Nothing that came with the evidence counts here.</source>
            <translation>Ob der Block mit diesem Hash der ist, der auf der Chain steht. Nichts, was mit den Belegen kam, zählt hier.</translation>
        </message>
        <message>
            <source>The anchor has to stand in the slot of the block that accepted the table, or not later than the tolerance allows.</source>
            <translation>Die Verankerung muss im Slot des Blocks stehen, der die Tabelle annahm, oder nicht später, als die Toleranz erlaubt.</translation>
        </message>
        <message>
            <source>Whether the block still stands on the chain and lies at or below the finalized head. This is asked now, never taken from a file.</source>
            <translation>Ob der Block noch auf der Chain steht und am finalisierten Kopf oder darunter liegt. Das wird jetzt gefragt, nie einer Datei entnommen.</translation>
        </message>
        <message>
            <source>The pinned hash would have to be wrong: whoever pinned it vouches for the block.</source>
            <translation>Der festgelegte Hash müsste falsch sein: Wer ihn festlegte, bürgt für den Block.</translation>
        </message>
        <message>
            <source>Your own node would have to be wrong, or be fooled.</source>
            <translation>Ihr eigener Knoten müsste falsch liegen oder getäuscht sein.</translation>
        </message>
        <message>
            <source>All endpoints that agree would have to lie, or be fooled, in the same way. That they are independent is your claim.</source>
            <translation>Alle übereinstimmenden Endpunkte müssten auf dieselbe Weise lügen oder getäuscht sein. Dass sie unabhängig sind, ist Ihre Behauptung.</translation>
        </message>
        <message>
            <source>One endpoint that you have not declared your own would have to lie. That is why it alone is not enough.</source>
            <translation>Ein Endpunkt, den Sie nicht als Ihren eigenen erklärt haben, müsste lügen. Deshalb genügt er allein nicht.</translation>
        </message>
        <message>
            <source>Nothing would have to be: as long as nobody vouches for it, a block can simply be invented.</source>
            <translation>Nichts müsste es: Solange niemand für ihn bürgt, kann ein Block einfach erfunden sein.</translation>
        </message>
        <message>
            <source>This program would have to misread the format. That a table is well formed does not say where it comes from.</source>
            <translation>Dieses Programm müsste das Format falsch lesen. Dass eine Tabelle wohlgeformt ist, sagt nicht, woher sie kommt.</translation>
        </message>
        <message>
            <source>The states would have to be invented as a whole: a chain of states without a gap can still be the wrong one. Proof and execution tell.</source>
            <translation>Die Zustände müssten als Ganzes erfunden sein: Eine lückenlose Folge von Zuständen kann trotzdem die falsche sein. Beweis und Ausführung sagen es.</translation>
        </message>
        <message>
            <source>Two different courses of events would have to have the same fingerprint, or the block with the logs would have to be invented (see “block”).</source>
            <translation>Zwei verschiedene Verläufe müssten denselben Fingerabdruck haben, oder der Block mit den Logs müsste erfunden sein (siehe „Block“).</translation>
        </message>
        <message>
            <source>The endpoint whose trace shows the inner call would have to lie about it.</source>
            <translation>Der Endpunkt, dessen Trace den inneren Aufruf zeigt, müsste darüber lügen.</translation>
        </message>
        <message>
            <source>The transaction’s block would have to be invented, or the stated manager would have to be somebody else’s contract.</source>
            <translation>Der Block der Transaktion müsste erfunden sein, oder der angegebene Manager müsste der Contract eines anderen sein.</translation>
        </message>
        <message>
            <source>Somebody would have to find other bytes with the same fingerprint. For SHA-256, Keccak-256 and BLAKE2b nobody knows how.</source>
            <translation>Jemand müsste andere Bytes mit demselben Fingerabdruck finden. Für SHA-256, Keccak-256 und BLAKE2b weiß niemand, wie.</translation>
        </message>
        <message>
            <source>The receipt would have to be invented (see “inclusion” and “block”), or the contract be another than you think: anyone can deploy one that logs this.</source>
            <translation>Der Receipt müsste erfunden sein (siehe „Einschluss“ und „Block“), oder der Contract ein anderer, als Sie denken: Jeder kann einen einrichten, der dies protokolliert.</translation>
        </message>
        <message>
            <source>Somebody would have to find other data with the same hashes. But a whole block can be invented that fits together as well: the next rung is about that.</source>
            <translation>Jemand müsste andere Daten mit denselben Hashes finden. Doch ein ganzer Block lässt sich erfinden, der genauso zusammenpasst: Darum geht es auf der nächsten Stufe.</translation>
        </message>
        <message>
            <source>One of the two blocks would have to be another one (see “block”), or the chain’s slot clock another.</source>
            <translation>Einer der beiden Blöcke müsste ein anderer sein (siehe „Block“), oder die Slot-Uhr der Chain eine andere.</translation>
        </message>
        <message>
            <source>The endpoints would have to be wrong about the finalized head. A final block leaves the chain only if a third of all stake breaks the rules.</source>
            <translation>Die Endpunkte müssten sich über den finalisierten Kopf irren. Ein finaler Block verlässt die Chain nur, wenn ein Drittel allen Einsatzes die Regeln bricht.</translation>
        </message>
        <message>
            <source>Nobody has to be believed: it was computed here, from the bytes at hand.</source>
            <translation>Niemandem muss geglaubt werden: Es wurde hier berechnet, aus den Bytes zur Hand.</translation>
        </message>
        <message>
            <source>Two thirds of a sync committee of the chain, checked here.</source>
            <translation>Zwei Drittel eines Sync-Komitees der Chain, hier geprüft.</translation>
        </message>
        <message>
            <source>The block’s hash is compiled into this program, with the sample.</source>
            <translation>Der Hash des Blocks ist in dieses Programm einkompiliert, mit dem Beispiel.</translation>
        </message>
        <message>
            <source>You do: it rests on what you stated.</source>
            <translation>Sie: Es beruht auf dem, was Sie angegeben haben.</translation>
        </message>
        <message>
            <source>Whoever pinned it: %1.</source>
            <translation>Wer ihn festlegte: %1.</translation>
        </message>
        <message>
            <source>Said by %1, asked in this run.</source>
            <translation>Gesagt von %1, in diesem Lauf gefragt.</translation>
        </message>
        <message>
            <source>The bytes come from %1, and were hashed here; the block’s hash is compiled into this program.</source>
            <translation>Die Bytes kommen aus %1 und wurden hier gehasht; der Hash des Blocks ist in dieses Programm einkompiliert.</translation>
        </message>
        <message>
            <source>The bytes come from a file; what follows from them was computed here.</source>
            <translation>Die Bytes kommen aus einer Datei; was aus ihnen folgt, wurde hier berechnet.</translation>
        </message>
        <message>
            <source>The bytes come from %1; what follows from them was computed here.</source>
            <translation>Die Bytes kommen aus %1; was aus ihnen folgt, wurde hier berechnet.</translation>
        </message>
        <message>
            <source>Nobody yet: this has not been shown.</source>
            <translation>Noch niemand: Dies wurde nicht gezeigt.</translation>
        </message>
        <message>
            <source>leaf %1</source>
            <translation>Blatt %1</translation>
        </message>
        <message>
            <source>node of its neighbours</source>
            <translation>Knoten seiner Nachbarn</translation>
        </message>
        <message>
            <source>What this digest is made of is not known in this case.</source>
            <translation>Woraus dieser Digest gemacht ist, ist in diesem Fall nicht bekannt.</translation>
        </message>
        <message>
            <source>Mismatch</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Whether this block is on a chain, the rung “block” says.</source>
            <translation>Ob dieser Block auf einer Chain steht, sagt die Stufe „Block“.</translation>
        </message>
        <message>
            <source>header</source>
            <translation>Header</translation>
        </message>
        <message>
            <source>Stated by the envelope</source>
            <translation>Vom Umschlag angegeben</translation>
        </message>
        <message>
            <source>transaction %1 of block %2</source>
            <translation>Transaktion %1 von Block %2</translation>
        </message>
        <message>
            <source>leaf</source>
            <translation>Blatt</translation>
        </message>
        <message>
            <source>extension</source>
            <translation>Erweiterung</translation>
        </message>
        <message>
            <source>branch</source>
            <translation>Verzweigung</translation>
        </message>
        <message>
            <source>receipts root</source>
            <translation>Receipts-Wurzel</translation>
        </message>
        <message>
            <source>transactions root</source>
            <translation>Transaktions-Wurzel</translation>
        </message>
        <message>
            <source>%1, by the path of number %2</source>
            <translation>%1, über den Pfad von Nummer %2</translation>
        </message>
        <message>
            <source>The path’s nodes are not at hand.</source>
            <translation>Die Knoten des Pfads sind nicht zur Hand.</translation>
        </message>
        <message>
            <source>In the header</source>
            <translation>Im Header</translation>
        </message>
        <message>
            <source>Not in the header</source>
            <translation>Nicht im Header</translation>
        </message>
        <message>
            <source>observation digest</source>
            <translation>Beobachtungsdigest</translation>
        </message>
        <message>
            <source>leaf of entry %1</source>
            <translation>Blatt von Eintrag %1</translation>
        </message>
        <message>
            <source>Expected by you</source>
            <translation>Von Ihnen erwartet</translation>
        </message>
        <message>
            <source>Without calls nothing is folded: the hash is zero, whatever happened.</source>
            <translation>Ohne Aufrufe wird nichts gefaltet: Der Hash ist null, was auch geschah.</translation>
        </message>
        <message>
            <source>rolling hash</source>
            <translation>rollierender Hash</translation>
        </message>
        <message>
            <source>The hash cannot be folded: the order of calls or a result is not known.</source>
            <translation>Der Hash lässt sich nicht falten: Die Reihenfolge der Aufrufe oder ein Ergebnis ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Stated by the table</source>
            <translation>Von der Tabelle angegeben</translation>
        </message>
        <message>
            <source>live cursor</source>
            <translation>laufender Zeiger</translation>
        </message>
        <message>
            <source>success, %1</source>
            <translation>Erfolg, %1</translation>
        </message>
        <message>
            <source>reverted, %1</source>
            <translation>zurückgerollt, %1</translation>
        </message>
        <message>
            <source>a trace</source>
            <translation>ein Trace</translation>
        </message>
        <message>
            <source>another table of the bundle</source>
            <translation>eine andere Tabelle des Bündels</translation>
        </message>
        <message>
            <source>log %1 of receipt %2</source>
            <translation>Log %1 von Receipt %2</translation>
        </message>
        <message>
            <source>Logged by the manager</source>
            <translation>Vom Manager protokolliert</translation>
        </message>
        <message>
            <source>No calls</source>
            <translation>Keine Aufrufe</translation>
        </message>
        <message>
            <source>Trace agrees</source>
            <translation>Trace stimmt überein</translation>
        </message>
        <message>
            <source>Trace differs</source>
            <translation>Trace weicht ab</translation>
        </message>
        <message>
            <source>Tables agree</source>
            <translation>Tabellen stimmen überein</translation>
        </message>
        <message>
            <source>Tables differ</source>
            <translation>Tabellen weichen ab</translation>
        </message>
        <message>
            <source>Logs agree</source>
            <translation>Logs stimmen überein</translation>
        </message>
        <message>
            <source>Logs differ</source>
            <translation>Logs weichen ab</translation>
        </message>
        <message>
            <source>Merkle root</source>
            <translation>Merkle-Wurzel</translation>
        </message>
        <message>
            <source>entry %1 of the slice</source>
            <translation>Eintrag %1 des Ausschnitts</translation>
        </message>
        <message>
            <source>entry hash</source>
            <translation>Entry-Hash</translation>
        </message>
        <message>
            <source>Root that the slice states</source>
            <translation>Wurzel, die der Ausschnitt angibt</translation>
        </message>
        <message>
            <source>Leads to it</source>
            <translation>Führt dorthin</translation>
        </message>
        <message>
            <source>Leads elsewhere</source>
            <translation>Führt anderswohin</translation>
        </message>
        <message>
            <source>Whether this root is the anchored one, the rung “digest” says.</source>
            <translation>Ob diese Wurzel die verankerte ist, sagt die Stufe „Digest“.</translation>
        </message>
        <message>
            <source>by the path of entry %1</source>
            <translation>über den Pfad von Eintrag %1</translation>
        </message>
        <message>
            <source>computed here from the evidence</source>
            <translation>hier aus den Belegen berechnet</translation>
        </message>
        <message>
            <source>recomputed from the manager’s logs</source>
            <translation>aus den Logs des Managers neu berechnet</translation>
        </message>
        <message>
            <source>recomputed from logs; that they are of this table is not shown</source>
            <translation>aus Logs neu berechnet; dass sie zu dieser Tabelle gehören, ist nicht gezeigt</translation>
        </message>
        <message>
            <source>recomputed from the other tables of the bundle</source>
            <translation>aus den anderen Tabellen des Bündels neu berechnet</translation>
        </message>
        <message>
            <source>as a trace tells: the word of whoever gave it</source>
            <translation>wie ein Trace sagt: das Wort dessen, der ihn gab</translation>
        </message>
        <message>
            <source>computed here from what you state</source>
            <translation>hier aus dem berechnet, was Sie angeben</translation>
        </message>
        <message>
            <source>the digest that the envelope states</source>
            <translation>der Digest, den der Umschlag angibt</translation>
        </message>
        <message>
            <source>the digest that you expect</source>
            <translation>der Digest, den Sie erwarten</translation>
        </message>
        <message>
            <source>the digest in log %1 of receipt %2</source>
            <translation>der Digest in Log %1 von Receipt %2</translation>
        </message>
        <message>
            <source>the rolling hash of entries[%1], as the table states</source>
            <translation>der rollierende Hash von entries[%1], wie die Tabelle ihn angibt</translation>
        </message>
        <message>
            <source>the call that starts entries[%1], as the table states</source>
            <translation>der Aufruf, der entries[%1] beginnt, wie die Tabelle ihn angibt</translation>
        </message>
        <message>
            <source>nested call %2 of entries[%1], as the table states</source>
            <translation>verschachtelter Aufruf %2 von entries[%1], wie die Tabelle ihn angibt</translation>
        </message>
        <message>
            <source>the call of lookup %2 of entries[%1], as the table states</source>
            <translation>der Aufruf von Nachschlag %2 von entries[%1], wie die Tabelle ihn angibt</translation>
        </message>
        <message>
            <source>the hash of lookup %2 of entries[%1], as the table states</source>
            <translation>der Hash von Nachschlag %2 von entries[%1], wie die Tabelle ihn angibt</translation>
        </message>
        <message>
            <source>state before, delta %2 of entries[%1]</source>
            <translation>Zustand davor, Delta %2 von entries[%1]</translation>
        </message>
        <message>
            <source>state after, delta %2 of entries[%1]</source>
            <translation>Zustand danach, Delta %2 von entries[%1]</translation>
        </message>
        <message>
            <source>the %1 of %2, computed here</source>
            <translation>der %1 von %2, hier berechnet</translation>
        </message>
        <message>
            <source>the rolling hash in log %1 of receipt %2</source>
            <translation>der rollierende Hash in Log %1 von Receipt %2</translation>
        </message>
        <message>
            <source>the hash of block %1</source>
            <translation>der Hash von Block %1</translation>
        </message>
        <message>
            <source>the hash of transaction %1 of block %2</source>
            <translation>der Hash von Transaktion %1 von Block %2</translation>
        </message>
        <message>
            <source>calldata %1</source>
            <translation>Calldata %1</translation>
        </message>
        <message>
            <source>bytes %1</source>
            <translation>Bytes %1</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>Schritt %1</translation>
        </message>
        <message>
            <source>start: zero</source>
            <translation>Anfang: null</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>Konstante</translation>
        </message>
        <message>
            <source>  and a zero byte</source>
            <translation>  und ein Nullbyte</translation>
        </message>
        <message>
            <source>a number from 0 to 255</source>
            <translation>eine Zahl von 0 bis 255</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>wahr oder falsch</translation>
        </message>
        <message>
            <source>a number below 2²⁵⁶, or 32 bytes in hex</source>
            <translation>eine Zahl unter 2²⁵⁶ oder 32 Bytes in Hex</translation>
        </message>
        <message>
            <source>an address: 0x and 40 hex digits</source>
            <translation>eine Adresse: 0x und 40 Hexziffern</translation>
        </message>
        <message>
            <source>32 bytes in hex, or a number</source>
            <translation>32 Bytes in Hex oder eine Zahl</translation>
        </message>
        <message>
            <source>printable ASCII</source>
            <translation>druckbares ASCII</translation>
        </message>
        <message>
            <source>%1 in hex</source>
            <translation>%1 in Hex</translation>
        </message>
        <message>
            <source>bytes in hex, of any number</source>
            <translation>Bytes in Hex, beliebig viele</translation>
        </message>
        <message>
            <source>Expected %1.</source>
            <translation>Erwartet: %1.</translation>
        </message>
        <message>
            <source>There is no such field.</source>
            <translation>Es gibt kein solches Feld.</translation>
        </message>
        <message>
            <source>Bytes of this field are edited already: reset that edit first.</source>
            <translation>Bytes dieses Felds sind bereits bearbeitet: Setzen Sie jene Änderung zuerst zurück.</translation>
        </message>
        <message>
            <source>No more than %1 edits at a time.</source>
            <translation>Nicht mehr als %1 Änderungen auf einmal.</translation>
        </message>
        <message>
            <source>all bytes</source>
            <translation>alle Bytes</translation>
        </message>
        <message>
            <source>and</source>
            <translation>und</translation>
        </message>
        <message>
            <source>or</source>
            <translation>oder</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>an amount with its unit, such as 0.5 eth</source>
            <translation>ein Betrag mit seiner Einheit, etwa 0.5 eth</translation>
        </message>
        <message>
            <source>L1, or a rollup such as R2 or 2</source>
            <translation>L1 oder ein Rollup, etwa R2 oder 2</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>eines von %1</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>bytes, such as 0x12ab</source>
            <translation>Bytes, etwa 0x12ab</translation>
        </message>
        <message numerus="yes">
            <source>0x and %n hex digit(s)</source>
            <translation>
                <numerusform>0x und %n Hexziffer</numerusform>
                <numerusform>0x und %n Hexziffern</numerusform>
            </translation>
        </message>
        <message>
            <source>an address or its label</source>
            <translation>eine Adresse oder ihre Bezeichnung</translation>
        </message>
        <message>
            <source>A filter has at most 4 096 characters.</source>
            <translation>Ein Filter hat höchstens 4 096 Zeichen.</translation>
        </message>
        <message>
            <source>A filter has at most 256 conditions.</source>
            <translation>Ein Filter hat höchstens 256 Bedingungen.</translation>
        </message>
        <message>
            <source>A set has at most 256 values.</source>
            <translation>Eine Menge hat höchstens 256 Werte.</translation>
        </message>
        <message>
            <source>Parentheses and negations can be 64 deep.</source>
            <translation>Klammern und Verneinungen gehen höchstens 64 tief.</translation>
        </message>
        <message>
            <source>“%1” means nothing here: text that holds it needs quotes.</source>
            <translation>„%1“ bedeutet hier nichts: Text, der es enthält, braucht Anführungszeichen.</translation>
        </message>
        <message>
            <source>The text that begins here is never closed: %1 is missing.</source>
            <translation>Der Text, der hier beginnt, wird nie geschlossen: %1 fehlt.</translation>
        </message>
        <message>
            <source>“%1” is no operator: is “%2” meant?</source>
            <translation>„%1“ ist kein Operator: Ist „%2“ gemeint?</translation>
        </message>
        <message>
            <source>A field or a text should follow.</source>
            <translation>Hier sollte ein Feld oder ein Text folgen.</translation>
        </message>
        <message>
            <source>A field or a text should stand here, not “%1”.</source>
            <translation>Hier sollte ein Feld oder ein Text stehen, nicht „%1“.</translation>
        </message>
        <message>
            <source>&amp;&amp; or || should stand before “%1”.</source>
            <translation>Vor „%1“ sollte &amp;&amp; oder</translation>
        </message>
        <message>
            <source>This parenthesis is never closed.</source>
            <translation>Diese Klammer wird nie geschlossen.</translation>
        </message>
        <message>
            <source>This parenthesis was never opened.</source>
            <translation>Diese Klammer wurde nie geöffnet.</translation>
        </message>
        <message>
            <source>No field is called “%1”.</source>
            <translation>Kein Feld heißt „%1“.</translation>
        </message>
        <message>
            <source>No field is called “%1”: is “%2” meant?</source>
            <translation>Kein Feld heißt „%1“: Ist „%2“ gemeint?</translation>
        </message>
        <message>
            <source>A field should stand before an operator, not “%1”.</source>
            <translation>Vor einem Operator sollte ein Feld stehen, nicht „%1“.</translation>
        </message>
        <message>
            <source>Values in braces should follow “in”, such as {1, 2, 5..9}.</source>
            <translation>Auf „in“ sollten Werte in geschweiften Klammern folgen, etwa {1, 2, 5..9}.</translation>
        </message>
        <message>
            <source>Another value or } should follow.</source>
            <translation>Es sollte ein weiterer Wert oder } folgen.</translation>
        </message>
        <message>
            <source>“%1” cannot be compared with “%2”.</source>
            <translation>„%1“ lässt sich nicht mit „%2“ vergleichen.</translation>
        </message>
        <message>
            <source>%1 should follow, for “%2”.</source>
            <translation>Es sollte %1 folgen, für „%2“.</translation>
        </message>
        <message>
            <source>“%1” is a whole number, not %2.</source>
            <translation>„%1“ ist eine ganze Zahl, nicht %2.</translation>
        </message>
        <message>
            <source>An amount needs its unit: %1 wei, gwei or eth.</source>
            <translation>Ein Betrag braucht seine Einheit: %1 wei, gwei oder eth.</translation>
        </message>
        <message>
            <source>“%1” is no unit: wei, gwei and eth are.</source>
            <translation>„%1“ ist keine Einheit: wei, gwei und eth sind es.</translation>
        </message>
        <message>
            <source>Nothing is smaller than a wei.</source>
            <translation>Nichts ist kleiner als ein wei.</translation>
        </message>
        <message>
            <source>No number here reaches 2^256.</source>
            <translation>Keine Zahl erreicht hier 2^256.</translation>
        </message>
        <message>
            <source>“%1” is %2, not “%3”.</source>
            <translation>„%1“ ist %2, nicht „%3“.</translation>
        </message>
        <message>
            <source>“%1” is not known here: is “%2” meant?</source>
            <translation>„%1“ ist hier nicht bekannt: Ist „%2“ gemeint?</translation>
        </message>
        <message>
            <source>Two hex digits make a byte: there is one too few.</source>
            <translation>Zwei Hexziffern ergeben ein Byte: Es ist eine zu wenig.</translation>
        </message>
        <message>
            <source>An address has 40 hex digits.</source>
            <translation>Eine Adresse hat 40 Hexziffern.</translation>
        </message>
        <message>
            <source>“%1” is %2. For a part of it, use “contains”.</source>
            <translation>„%1“ ist %2. Für einen Teil davon nehmen Sie „contains“.</translation>
        </message>
        <message>
            <source>With digits left out a value can be equal (==), nothing else.</source>
            <translation>Mit ausgelassenen Ziffern kann ein Wert gleich sein (==), sonst nichts.</translation>
        </message>
        <message>
            <source>The range ends before it begins.</source>
            <translation>Der Bereich endet, bevor er beginnt.</translation>
        </message>
        <message>
            <source>Ranges stand in braces behind “in”.</source>
            <translation>Bereiche stehen in geschweiften Klammern hinter „in“.</translation>
        </message>
        <message>
            <source>At the end: %1</source>
            <translation>Am Ende: %1</translation>
        </message>
        <message>
            <source>Character %1: %2</source>
            <translation>Zeichen %1: %2</translation>
        </message>
        <message>
            <source>all that the row shows</source>
            <translation>alles, was die Zeile zeigt</translation>
        </message>
        <message>
            <source>where execution stands: L1 or a rollup</source>
            <translation>wo die Ausführung steht: L1 oder ein Rollup</translation>
        </message>
        <message>
            <source>domain of the caller</source>
            <translation>Domäne des Aufrufers</translation>
        </message>
        <message>
            <source>domain of the callee</source>
            <translation>Domäne des Aufgerufenen</translation>
        </message>
        <message>
            <source>rollups whose state an entry changes</source>
            <translation>Rollups, deren Zustand ein Eintrag ändert</translation>
        </message>
        <message>
            <source>entry, call, nested, lookup, return …</source>
            <translation>entry, call, nested, lookup, return …</translation>
        </message>
        <message>
            <source>number of the entry</source>
            <translation>Nummer des Eintrags</translation>
        </message>
        <message>
            <source>number of the call in its entry, from 1</source>
            <translation>Nummer des Aufrufs in seinem Eintrag, ab 1</translation>
        </message>
        <message>
            <source>number of the nested frame, from 1</source>
            <translation>Nummer des verschachtelten Rahmens, ab 1</translation>
        </message>
        <message>
            <source>number of the lookup in its entry</source>
            <translation>Nummer des Nachschlags in seinem Eintrag</translation>
        </message>
        <message>
            <source>how deep the row stands; the bundle is 0</source>
            <translation>wie tief die Zeile steht; das Bündel ist 0</translation>
        </message>
        <message>
            <source>number of the step, as in the column Step</source>
            <translation>Nummer des Schritts, wie in der Spalte Schritt</translation>
        </message>
        <message>
            <source>passed, failed, not_checked …</source>
            <translation>passed, failed, not_checked …</translation>
        </message>
        <message>
            <source>words of the column Check</source>
            <translation>Wörter der Spalte Prüfung</translation>
        </message>
        <message>
            <source>success, failure, rolled_back or unknown</source>
            <translation>success, failure, rolled_back oder unknown</translation>
        </message>
        <message>
            <source>failed or rolled back</source>
            <translation>fehlgeschlagen oder zurückgerollt</translation>
        </message>
        <message>
            <source>leads into another domain</source>
            <translation>führt in eine andere Domäne</translation>
        </message>
        <message>
            <source>its position is known</source>
            <translation>seine Stelle ist bekannt</translation>
        </message>
        <message>
            <source>something is wrong or worth a warning</source>
            <translation>etwas ist falsch oder eine Warnung wert</translation>
        </message>
        <message>
            <source>what is called, by name</source>
            <translation>was aufgerufen wird, mit Namen</translation>
        </message>
        <message>
            <source>first four bytes of the calldata</source>
            <translation>die ersten vier Bytes der Calldata</translation>
        </message>
        <message>
            <source>calldata of the call</source>
            <translation>Calldata des Aufrufs</translation>
        </message>
        <message>
            <source>bytes of calldata</source>
            <translation>Bytes der Calldata</translation>
        </message>
        <message>
            <source>what came back</source>
            <translation>was zurückkam</translation>
        </message>
        <message>
            <source>bytes that came back</source>
            <translation>Bytes, die zurückkamen</translation>
        </message>
        <message>
            <source>ether sent with the call</source>
            <translation>mit dem Aufruf gesendeter Ether</translation>
        </message>
        <message>
            <source>ether that an entry adds to a rollup</source>
            <translation>Ether, den ein Eintrag einem Rollup hinzufügt</translation>
        </message>
        <message>
            <source>hash by which the table binds a call</source>
            <translation>Hash, durch den die Tabelle einen Aufruf bindet</translation>
        </message>
        <message>
            <source>rolling hash of an entry or lookup</source>
            <translation>rollierender Hash eines Eintrags oder Nachschlags</translation>
        </message>
        <message>
            <source>state before, of any rollup</source>
            <translation>Zustand davor, eines beliebigen Rollups</translation>
        </message>
        <message>
            <source>state after, of any rollup</source>
            <translation>Zustand danach, eines beliebigen Rollups</translation>
        </message>
        <message>
            <source>address of the caller</source>
            <translation>Adresse des Aufrufers</translation>
        </message>
        <message>
            <source>address of the callee</source>
            <translation>Adresse des Aufgerufenen</translation>
        </message>
        <message>
            <source>caller or callee, by address or label</source>
            <translation>Aufrufer oder Aufgerufener, mit Adresse oder Bezeichnung</translation>
        </message>
        <message>
            <source>your names of addresses</source>
            <translation>Ihre Namen für Adressen</translation>
        </message>
        <message>
            <source>of findings: info, warning, error</source>
            <translation>von Befunden: info, warning, error</translation>
        </message>
        <message>
            <source>rule or words of a finding</source>
            <translation>Regel oder Worte eines Befunds</translation>
        </message>
        <message>
            <source>field path in the calldata</source>
            <translation>Feldpfad in der Calldata</translation>
        </message>
        <message>
            <source>first byte in the calldata</source>
            <translation>erstes Byte in der Calldata</translation>
        </message>
        <message>
            <source>bytes in the calldata</source>
            <translation>Bytes in der Calldata</translation>
        </message>
        <message>
            <source>has such a value</source>
            <translation>hat einen solchen Wert</translation>
        </message>
        <message>
            <source>is</source>
            <translation>ist</translation>
        </message>
        <message>
            <source>has a value, and it is another</source>
            <translation>hat einen Wert, und zwar einen anderen</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>kleiner als</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>höchstens</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>größer als</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>mindestens</translation>
        </message>
        <message>
            <source>is one of {1, 2, 5..9}</source>
            <translation>ist eines von {1, 2, 5..9}</translation>
        </message>
        <message>
            <source>holds this part</source>
            <translation>enthält diesen Teil</translation>
        </message>
        <message>
            <source>fits a pattern: * any text, ? one character</source>
            <translation>passt zu einem Muster: * beliebiger Text, ? ein Zeichen</translation>
        </message>
        <message>
            <source>State root</source>
            <translation>State-Root</translation>
        </message>
        <message>
            <source>Selector</source>
            <translation>Selektor</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>the bundle</source>
            <translation>das Bündel</translation>
        </message>
        <message>
            <source>the return from %1</source>
            <translation>die Rückkehr von %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 of %2, computed here</source>
            <translation>%1 von %2, hier berechnet</translation>
        </message>
        <message>
            <source>byte %1, in %2</source>
            <translation>Byte %1, in %2</translation>
        </message>
        <message>
            <source>byte %1</source>
            <translation>Byte %1</translation>
        </message>
        <message>
            <source>called in %1</source>
            <translation>aufgerufen in %1</translation>
        </message>
        <message>
            <source>calls in %1</source>
            <translation>ruft in %1 auf</translation>
        </message>
        <message>
            <source>There are no transitions here.</source>
            <translation>Hier gibt es keine Übergänge.</translation>
        </message>
        <message>
            <source>The last step is %1.</source>
            <translation>Der letzte Schritt ist %1.</translation>
        </message>
        <message>
            <source>There are no entries here.</source>
            <translation>Hier gibt es keine Einträge.</translation>
        </message>
        <message>
            <source>The last entry is %1.</source>
            <translation>Der letzte Eintrag ist %1.</translation>
        </message>
        <message>
            <source>There is no such step or entry, and the last byte is %1.</source>
            <translation>Es gibt keinen solchen Schritt oder Eintrag, und das letzte Byte ist %1.</translation>
        </message>
        <message>
            <source>More digits are needed: at least two.</source>
            <translation>Es braucht mehr Ziffern: mindestens zwei.</translation>
        </message>
        <message>
            <source>No digest, state root, selector or address here begins with 0x%1.</source>
            <translation>Kein Digest, State-Root, Selektor und keine Adresse beginnt hier mit 0x%1.</translation>
        </message>
        <message>
            <source>There is no entry or field of that path.</source>
            <translation>Es gibt keinen Eintrag und kein Feld dieses Pfads.</translation>
        </message>
        <message>
            <source>No function or name here contains “%1”. Known forms: step 12, entry 3, offset 0x1f4, 0x and digits, a function’s name.</source>
            <translation>Keine Funktion und kein Name enthält hier „%1“. Bekannte Formen: step 12, entry 3, offset 0x1f4, 0x und Ziffern, der Name einer Funktion.</translation>
        </message>
        <message>
            <source>offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source>%1 is larger than any place can be.</source>
            <translation>%1 ist größer, als eine Stelle sein kann.</translation>
        </message>
        <message>
            <source>Behind 0x stand hex digits only.</source>
            <translation>Hinter 0x stehen nur Hexziffern.</translation>
        </message>
        <message>
            <source>No value has more than 64 hex digits; this has %1.</source>
            <translation>Kein Wert hat mehr als 64 Hexziffern; dieser hat %1.</translation>
        </message>
        <message>
            <source>This is too long for a place.</source>
            <translation>Das ist zu lang für eine Stelle.</translation>
        </message>
        <message>
            <source>, malformed</source>
            <translation>, fehlerhaft</translation>
        </message>
        <message>
            <source>, declared by you</source>
            <translation>, von Ihnen erklärt</translation>
        </message>
        <message>
            <source>, ERC-8281</source>
            <translation>, ERC-8281</translation>
        </message>
        <message>
            <source>, not conformant</source>
            <translation>, nicht konform</translation>
        </message>
        <message>
            <source>Log %1 of receipt %2. Contract %3.</source>
            <translation>Log %1 von Receipt %2. Contract %3.</translation>
        </message>
        <message>
            <source> It names %1 as committer.</source>
            <translation> Es nennt %1 als Committer.</translation>
        </message>
        <message>
            <source>
Malformed: </source>
            <translation>
Fehlerhaft: </translation>
        </message>
        <message>
            <source>not of this table</source>
            <translation>nicht aus dieser Tabelle</translation>
        </message>
        <message>
            <source>Not compared</source>
            <translation>Nicht verglichen</translation>
        </message>
        <message>
            <source>%1 · Rollup %2</source>
            <translation>%1 · Rollup %2</translation>
        </message>
        <message>
            <source>Anchor event</source>
            <translation>Ankerereignis</translation>
        </message>
        <message>
            <source>Log index</source>
            <translation>Log-Index</translation>
        </message>
        <message>
            <source>Counted through the block, as JSON-RPC and explorers do. The ladder counts in the receipt.</source>
            <translation>Durch den ganzen Block gezählt, wie JSON-RPC und Explorer es tun. Die Prüfleiter zählt im Receipt.</translation>
        </message>
        <message>
            <source>tree from the table</source>
            <translation>Baum aus der Tabelle</translation>
        </message>
        <message>
            <source>tree by hashes and states that lead from entry to entry</source>
            <translation>Baum aus Hashes und Zuständen, die von Eintrag zu Eintrag führen</translation>
        </message>
        <message>
            <source>tree from events</source>
            <translation>Baum aus Ereignissen</translation>
        </message>
        <message>
            <source>tree from a trace</source>
            <translation>Baum aus einem Trace</translation>
        </message>
        <message>
            <source>tree by the other tables’ results</source>
            <translation>Baum aus den Ergebnissen der anderen Tabellen</translation>
        </message>
        <message>
            <source>tree solved: the only placement possible</source>
            <translation>Baum gelöst: die einzig mögliche Anordnung</translation>
        </message>
        <message>
            <source>tree ambiguous: </source>
            <translation>Baum mehrdeutig: </translation>
        </message>
        <message>
            <source>no placement possible</source>
            <translation>keine Anordnung möglich</translation>
        </message>
        <message>
            <source>the order of calls is not known</source>
            <translation>die Reihenfolge der Aufrufe ist nicht bekannt</translation>
        </message>
        <message>
            <source>over 10¹⁹ placements possible</source>
            <translation>über 10¹⁹ Anordnungen möglich</translation>
        </message>
        <message>
            <source>placement</source>
            <translation>Anordnung</translation>
        </message>
        <message>
            <source>placements</source>
            <translation>Anordnungen</translation>
        </message>
        <message>
            <source> possible</source>
            <translation> möglich</translation>
        </message>
        <message>
            <source>at least </source>
            <translation>mindestens </translation>
        </message>
        <message>
            <source>proxy </source>
            <translation>Proxy </translation>
        </message>
        <message>
            <source>in no table here</source>
            <translation>hier in keiner Tabelle</translation>
        </message>
        <message>
            <source>returned %1</source>
            <translation>gab %1 zurück</translation>
        </message>
        <message>
            <source>reverted with %1</source>
            <translation>zurückgerollt mit %1</translation>
        </message>
        <message>
            <source>elsewhere</source>
            <translation>anderswo</translation>
        </message>
        <message>
            <source>Which call this one happens inside is not known.</source>
            <translation>In welchem Aufruf dieser geschieht, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Crossing</source>
            <translation>Übertritt</translation>
        </message>
        <message>
            <source>Leaves</source>
            <translation>Verlässt</translation>
        </message>
        <message>
            <source>Arrives</source>
            <translation>Kommt an</translation>
        </message>
        <message>
            <source>Call hash</source>
            <translation>Call-Hash</translation>
        </message>
        <message>
            <source>observation digest, </source>
            <translation>Beobachtungsdigest, </translation>
        </message>
        <message>
            <source>rolling hash, from a trace</source>
            <translation>rollierender Hash, aus einem Trace</translation>
        </message>
        <message>
            <source>rolling hash, from events</source>
            <translation>rollierender Hash, aus Ereignissen</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Gegenstand</translation>
        </message>
        <message>
            <source> · by your ABI</source>
            <translation> · laut Ihrer ABI</translation>
        </message>
        <message>
            <source> · a well-known function</source>
            <translation> · eine allgemein bekannte Funktion</translation>
        </message>
        <message>
            <source> on </source>
            <translation> auf </translation>
        </message>
        <message>
            <source>from</source>
            <translation>von</translation>
        </message>
        <message>
            <source>call</source>
            <translation>Aufruf</translation>
        </message>
        <message>
            <source>result in</source>
            <translation>Ergebnis in</translation>
        </message>
        <message>
            <source>consumed in</source>
            <translation>verbraucht in</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>zurückgegeben</translation>
        </message>
        <message>
            <source>reverted with</source>
            <translation>zurückgerollt mit</translation>
        </message>
        <message>
            <source>order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>rolling hash, recomputed</source>
            <translation>rollierender Hash, neu berechnet</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regel</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>The whole table</source>
            <translation>Die ganze Tabelle</translation>
        </message>
        <message>
            <source>alone below the root</source>
            <translation>allein unter der Wurzel</translation>
        </message>
        <message>
            <source>leads to the root by %1</source>
            <translation>führt zur Wurzel über %1</translation>
        </message>
        <message>
            <source>neighbour</source>
            <translation>Nachbarn</translation>
        </message>
        <message>
            <source>neighbours</source>
            <translation>Nachbarn</translation>
        </message>
        <message>
            <source>all arguments fit, only the selector differs</source>
            <translation>alle Argumente passen, nur der Selektor weicht ab</translation>
        </message>
        <message>
            <source>fits up to byte %1; %2</source>
            <translation>passt bis Byte %1; %2</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>slice</source>
            <translation>Ausschnitt</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>entries of rollup %1; that there are no others is not shown</source>
            <translation>Einträge von Rollup %1; dass es keine weiteren gibt, ist nicht gezeigt</translation>
        </message>
        <message>
            <source>root</source>
            <translation>Wurzel</translation>
        </message>
        <message>
            <source>anchored under the profile %1</source>
            <translation>verankert unter dem Profil %1</translation>
        </message>
        <message>
            <source>of the table; the root does not bind it</source>
            <translation>der Tabelle; die Wurzel bindet es nicht</translation>
        </message>
        <message>
            <source>not shown here</source>
            <translation>hier nicht gezeigt</translation>
        </message>
        <message>
            <source>of no version that is known</source>
            <translation>keiner bekannten Version</translation>
        </message>
        <message>
            <source>near</source>
            <translation>nahe</translation>
        </message>
        <message>
            <source>word at %1</source>
            <translation>Wort bei %1</translation>
        </message>
        <message>
            <source> and %1 more</source>
            <translation> und %1 weitere</translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>%1; which entries end which calls is not known.</source>
            <translation>%1; welche Einträge welche Aufrufe beenden, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>%1; where nested frames open is not known: %2.</source>
            <translation>%1; wo sich verschachtelte Rahmen öffnen, ist nicht bekannt: %2.</translation>
        </message>
        <message>
            <source>No call crosses domains.</source>
            <translation>Kein Aufruf überschreitet Domänen.</translation>
        </message>
        <message>
            <source>, and back</source>
            <translation>, und zurück</translation>
        </message>
        <message>
            <source>%1: %2 %3, one atomic bundle.</source>
            <translation>%1: %2 %3, ein atomares Bündel.</translation>
        </message>
        <message>
            <source>crossing</source>
            <translation>Übertritt</translation>
        </message>
        <message>
            <source>crossings</source>
            <translation>Übertritte</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>Rollup %1 stood at %2 after the entry before, not at %3.</source>
            <translation>Rollup %1 stand nach dem Eintrag davor bei %2, nicht bei %3.</translation>
        </message>
        <message>
            <source>Stale state before</source>
            <translation>Veralteter Zustand davor</translation>
        </message>
        <message>
            <source>Rule broken</source>
            <translation>Regel verletzt</translation>
        </message>
        <message>
            <source>That these logs are of this table is not shown: see the rung “proof”.</source>
            <translation>Dass diese Logs zu dieser Tabelle gehören, ist nicht gezeigt: siehe die Stufe „Beweis“.</translation>
        </message>
        <message>
            <source>
A trace is the word of whoever gave it: it proves nothing.</source>
            <translation>
Ein Trace ist das Wort dessen, der ihn gab: Er beweist nichts.</translation>
        </message>
        <message>
            <source>Alternative not taken</source>
            <translation>Alternative nicht genommen</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Bestanden</translation>
        </message>
        <message>
            <source>Execution differs</source>
            <translation>Ausführung weicht ab</translation>
        </message>
        <message>
            <source>Span not observable</source>
            <translation>Spanne nicht beobachtbar</translation>
        </message>
        <message>
            <source>Not executed</source>
            <translation>Nicht ausgeführt</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <source>Events of rolled back calls do not survive.</source>
            <translation>Ereignisse zurückgerollter Aufrufe bleiben nicht erhalten.</translation>
        </message>
        <message>
            <source>Not in events</source>
            <translation>Nicht in Ereignissen</translation>
        </message>
        <message>
            <source>Lookups leave no events.</source>
            <translation>Nachschläge hinterlassen keine Ereignisse.</translation>
        </message>
        <message>
            <source>Bound by its entry’s rolling hash.</source>
            <translation>Gebunden durch den rollierenden Hash seines Eintrags.</translation>
        </message>
        <message>
            <source>rolled back</source>
            <translation>zurückgerollt</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ausgang</translation>
        </message>
        <message>
            <source>cross-chain transaction, %1</source>
            <translation>Cross-Chain-Transaktion, %1</translation>
        </message>
        <message>
            <source>item of one chain</source>
            <translation>Posten einer Chain</translation>
        </message>
        <message>
            <source>items of one chain</source>
            <translation>Posten einer Chain</translation>
        </message>
        <message>
            <source>bundle</source>
            <translation>Bündel</translation>
        </message>
        <message>
            <source>call %1</source>
            <translation>Aufruf %1</translation>
        </message>
        <message>
            <source>nested %1</source>
            <translation>verschachtelt %1</translation>
        </message>
        <message>
            <source>revert span</source>
            <translation>Rückrollspanne</translation>
        </message>
        <message>
            <source>lookup %1</source>
            <translation>Nachschlag %1</translation>
        </message>
        <message>
            <source>return</source>
            <translation>Rückgabe</translation>
        </message>
        <message>
            <source>unwind</source>
            <translation>Abwicklung</translation>
        </message>
        <message>
            <source>operation</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>only its hash is in the table</source>
            <translation>nur sein Hash steht in der Tabelle</translation>
        </message>
        <message>
            <source>not in the table</source>
            <translation>nicht in der Tabelle</translation>
        </message>
        <message>
            <source>reverted, </source>
            <translation>zurückgerollt, </translation>
        </message>
        <message>
            <source>message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>calls</source>
            <translation>Aufrufe</translation>
        </message>
        <message>
            <source> rolled back</source>
            <translation> zurückgerollt</translation>
        </message>
        <message>
            <source>states set at posting</source>
            <translation>Zustände beim Einreichen gesetzt</translation>
        </message>
        <message>
            <source>action hash </source>
            <translation>Action-Hash </translation>
        </message>
        <message>
            <source>rollup transaction</source>
            <translation>Rollup-Transaktion</translation>
        </message>
        <message>
            <source>call hash </source>
            <translation>Call-Hash </translation>
        </message>
        <message>
            <source>%1 back to %2</source>
            <translation>%1 zurück an %2</translation>
        </message>
        <message>
            <source>on </source>
            <translation>auf </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 an %2</translation>
        </message>
        <message>
            <source>The case</source>
            <translation>Der Fall</translation>
        </message>
        <message>
            <source>needs %1 at the start</source>
            <translation>braucht am Anfang %1</translation>
        </message>
        <message>
            <source>%1, place %2</source>
            <translation>%1, Stelle %2</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Fate</source>
            <translation>Verbleib</translation>
        </message>
        <message>
            <source>Ether</source>
            <translation>Ether</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>Rung</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Grundlage</translation>
        </message>
        <message>
            <source>expected %1
actual %2</source>
            <translation>erwartet %1
gefunden %2</translation>
        </message>
        <message>
            <source>0 ETH</source>
            <translation>0 ETH</translation>
        </message>
        <message>
            <source> wei</source>
            <translation> wei</translation>
        </message>
        <message>
            <source> ETH</source>
            <translation> ETH</translation>
        </message>
        <message>
            <source>no</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>one</source>
            <translation>ein</translation>
        </message>
        <message>
            <source>two</source>
            <translation>zwei</translation>
        </message>
        <message>
            <source>three</source>
            <translation>drei</translation>
        </message>
        <message>
            <source>four</source>
            <translation>vier</translation>
        </message>
        <message>
            <source>five</source>
            <translation>fünf</translation>
        </message>
        <message>
            <source>six</source>
            <translation>sechs</translation>
        </message>
        <message>
            <source>seven</source>
            <translation>sieben</translation>
        </message>
        <message>
            <source>eight</source>
            <translation>acht</translation>
        </message>
        <message>
            <source>nine</source>
            <translation>neun</translation>
        </message>
        <message>
            <source>ten</source>
            <translation>zehn</translation>
        </message>
        <message>
            <source>eleven</source>
            <translation>elf</translation>
        </message>
        <message>
            <source>twelve</source>
            <translation>zwölf</translation>
        </message>
        <message>
            <source>void</source>
            <translation>void</translation>
        </message>
        <message>
            <source>state delta</source>
            <translation>State-Delta</translation>
        </message>
        <message>
            <source>state deltas</source>
            <translation>State-Deltas</translation>
        </message>
        <message>
            <source>nested frame</source>
            <translation>verschachtelter Rahmen</translation>
        </message>
        <message>
            <source>nested frames</source>
            <translation>verschachtelte Rahmen</translation>
        </message>
        <message>
            <source>%1, matches the filter</source>
            <translation>%1, passt zum Filter</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>Spur</translation>
        </message>
        <message>
            <source>Transition</source>
            <translation>Übergang</translation>
        </message>
        <message>
            <source>error </source>
            <translation>Fehler </translation>
        </message>
        <message>
            <source>answers without a block</source>
            <translation>antwortet ohne Block</translation>
        </message>
        <message>
            <source>%1 in the newest block</source>
            <translation>%1 im neuesten Block</translation>
        </message>
        <message>
            <source>answers without a list</source>
            <translation>antwortet ohne Liste</translation>
        </message>
        <message>
            <source>chain %1</source>
            <translation>Chain %1</translation>
        </message>
        <message>
            <source>answers without a number</source>
            <translation>antwortet ohne Zahl</translation>
        </message>
        <message>
            <source>answers without a name</source>
            <translation>antwortet ohne Namen</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>antwortet</translation>
        </message>
        <message>
            <source>of the newest state</source>
            <translation>des neuesten Zustands</translation>
        </message>
        <message>
            <source>answers without a proof</source>
            <translation>antwortet ohne Beweis</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>Chain</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>Client</translation>
        </message>
        <message>
            <source>Finalized head</source>
            <translation>Finaler Kopf</translation>
        </message>
        <message>
            <source>Safe head</source>
            <translation>Sicherer Kopf</translation>
        </message>
        <message>
            <source>Receipts by block</source>
            <translation>Receipts je Block</translation>
        </message>
        <message>
            <source>Traces of inner calls</source>
            <translation>Traces innerer Aufrufe</translation>
        </message>
        <message>
            <source>Raw receipts</source>
            <translation>Rohe Receipts</translation>
        </message>
        <message>
            <source>Account proofs</source>
            <translation>Kontobeweise</translation>
        </message>
        <message>
            <source>Old states</source>
            <translation>Alte Zustände</translation>
        </message>
        <message>
            <source>offers: </source>
            <translation>bietet: </translation>
        </message>
        <message>
            <source>does not offer, or does not say: </source>
            <translation>bietet nicht, oder sagt es nicht: </translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>nicht gefragt</translation>
        </message>
        <message>
            <source>answers without a newest block</source>
            <translation>antwortet ohne neuesten Block</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
        <message>
            <source>from block %1 on</source>
            <translation>ab Block %1</translation>
        </message>
        <message>
            <source>the TLS handshake failed or the certificate is not trusted</source>
            <translation>der TLS-Handshake schlug fehl, oder dem Zertifikat wird nicht vertraut</translation>
        </message>
        <message>
            <source>connection refused</source>
            <translation>Verbindung abgelehnt</translation>
        </message>
        <message>
            <source>host not found</source>
            <translation>Host nicht gefunden</translation>
        </message>
        <message>
            <source>no connection in time</source>
            <translation>keine rechtzeitige Verbindung</translation>
        </message>
        <message>
            <source>connection broken</source>
            <translation>Verbindung abgebrochen</translation>
        </message>
        <message>
            <source>network failure</source>
            <translation>Netzfehler</translation>
        </message>
        <message>
            <source>no connection (Qt network error %1)</source>
            <translation>keine Verbindung (Qt-Netzfehler %1)</translation>
        </message>
        <message>
            <source>: redirects are not followed</source>
            <translation>: Weiterleitungen wird nicht gefolgt</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>timed out after %1 s</source>
            <translation>Zeitüberschreitung nach %1 s</translation>
        </message>
        <message>
            <source>answer above %1 bytes</source>
            <translation>Antwort über %1 Bytes</translation>
        </message>
        <message>
            <source>%1, asks for a pause of %2 s</source>
            <translation>%1, bittet um eine Pause von %2 s</translation>
        </message>
        <message>
            <source>%1, retry in %2 s</source>
            <translation>%1, neuer Versuch in %2 s</translation>
        </message>
        <message>
            <source>ok</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>error %1, retry in %2 s</source>
            <translation>Fehler %1, neuer Versuch in %2 s</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>Nothing can lie beside this input; its notes are kept by the program</source>
            <translation>Neben dieser Eingabe kann nichts liegen; ihre Notizen bewahrt das Programm auf</translation>
        </message>
        <message>
            <source>Left as it is: %1. New notes are kept by the program</source>
            <translation>Gelassen, wie es ist: %1. Neue Notizen bewahrt das Programm auf</translation>
        </message>
        <message>
            <source>Left as it is: %1</source>
            <translation>Gelassen, wie es ist: %1</translation>
        </message>
        <message>
            <source>Not beside the input, but kept by the program: %1</source>
            <translation>Nicht neben der Eingabe, sondern vom Programm aufbewahrt: %1</translation>
        </message>
        <message>
            <source>There is no case to save</source>
            <translation>Es gibt keinen Fall zu speichern</translation>
        </message>
        <message>
            <source>%1: not enough memory to write the case</source>
            <translation>%1: nicht genug Speicher, um den Fall zu schreiben</translation>
        </message>
        <message>
            <source>%1 is a folder without table.hex or table.bin</source>
            <translation>%1 ist ein Ordner ohne table.hex oder table.bin</translation>
        </message>
        <message>
            <source>%1 is larger than %2 bytes, the most that is read</source>
            <translation>%1 ist größer als %2 Bytes, das meiste, was gelesen wird</translation>
        </message>
        <message>
            <source>Walking down from block %1</source>
            <translation>Gehe von Block %1 abwärts</translation>
        </message>
        <message>
            <source>Asking %1</source>
            <translation>Frage %1</translation>
        </message>
        <message>
            <source>The table was pasted or came through a pipe: save it as table.hex first.</source>
            <translation>Die Tabelle wurde eingefügt oder kam durch eine Pipe: Speichern Sie sie zuerst als table.hex.</translation>
        </message>
        <message>
            <source>--evidence replaces the evidence inside the case file; here both were used together.</source>
            <translation>--evidence ersetzt die Belege in der Falldatei; hier wurden beide zusammen verwendet.</translation>
        </message>
        <message>
            <source>Keys of endpoints are left out: set %1 first.</source>
            <translation>Schlüssel von Endpunkten sind ausgelassen: Setzen Sie zuerst %1.</translation>
        </message>
        <message>
            <source>abi.json stands for the contract's ABI that declared the table's format.</source>
            <translation>abi.json steht für die ABI des Contracts, die das Format der Tabelle erklärt hat.</translation>
        </message>
        <message>
            <source>inputs.json stands for the file with the inputs of the proofs.</source>
            <translation>inputs.json steht für die Datei mit den Eingaben der Beweise.</translation>
        </message>
        <message>
            <source>Other tables and traces of the bundle show the order and take no part in the verdict; verify does not read them.</source>
            <translation>Andere Tabellen und Traces des Bündels zeigen die Reihenfolge und haben keinen Anteil am Urteil; verify liest sie nicht.</translation>
        </message>
        <message>
            <source>The envelope inside the case file was not used here.</source>
            <translation>Der Umschlag in der Falldatei wurde hier nicht verwendet.</translation>
        </message>
        <message>
            <source>%1: %2, retrying in %3 s</source>
            <translation>%1: %2, neuer Versuch in %3 s</translation>
        </message>
        <message>
            <source>Not enough memory for this case</source>
            <translation>Nicht genug Speicher für diesen Fall</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>Lese %1</translation>
        </message>
        <message>
            <source>Recomputing digests</source>
            <translation>Berechne Digests neu</translation>
        </message>
        <message>
            <source>in the system's keychain</source>
            <translation>im Schlüsselbund des Systems</translation>
        </message>
        <message>
            <source>for this run only (%1)</source>
            <translation>nur für diesen Lauf (%1)</translation>
        </message>
        <message>
            <source>the system's keychain does not answer</source>
            <translation>der Schlüsselbund des Systems antwortet nicht</translation>
        </message>
        <message>
            <source>for this run only (there is no keychain)</source>
            <translation>nur für diesen Lauf (es gibt keinen Schlüsselbund)</translation>
        </message>
        <message>
            <source>is on chain %1, not %2</source>
            <translation>ist auf Chain %1, nicht %2</translation>
        </message>
        <message>
            <source>no such height</source>
            <translation>keine solche Höhe</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::paint::PictureSave</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>not enough memory for the picture</source>
            <translation>nicht genug Speicher für das Bild</translation>
        </message>
        <message>
            <source>a PNG of the whole would have %1 × %2 pixels; the most are %3 a side and %4 million in all. Save SVG, fold what is not needed, or save the visible part.</source>
            <translation>ein PNG des Ganzen hätte %1 × %2 Pixel; höchstens %3 je Seite und %4 Millionen insgesamt sind möglich. Speichern Sie SVG, klappen Sie zu, was nicht gebraucht wird, oder speichern Sie den sichtbaren Teil.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::paint::RootsPainting</name>
        <message>
            <source>%1%2 wei</source>
            <translation>%1%2 wei</translation>
        </message>
        <message>
            <source>below −2²⁵⁵ wei</source>
            <translation>unter −2²⁵⁵ wei</translation>
        </message>
        <message>
            <source>above 2²⁵⁵ wei</source>
            <translation>über 2²⁵⁵ wei</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n Schritt</numerusform>
                <numerusform>%n Schritte</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%n break(s)</source>
            <translation>
                <numerusform>%n Bruch</numerusform>
                <numerusform>%n Brüche</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, no break</source>
            <translation>%1, kein Bruch</translation>
        </message>
        <message>
            <source>%1, start not stated</source>
            <translation>%1, Anfang nicht angegeben</translation>
        </message>
        <message>
            <source>Rollup %1</source>
            <translation>Rollup %1</translation>
        </message>
        <message>
            <source>ends at</source>
            <translation>endet bei</translation>
        </message>
        <message>
            <source>ether</source>
            <translation>Ether</translation>
        </message>
        <message>
            <source>none moved</source>
            <translation>keiner bewegt</translation>
        </message>
        <message>
            <source>first changed by entry %1, further right</source>
            <translation>zuerst geändert durch Eintrag %1, weiter rechts</translation>
        </message>
        <message>
            <source>break</source>
            <translation>Bruch</translation>
        </message>
        <message>
            <source>entry %1, not taken</source>
            <translation>Eintrag %1, nicht genommen</translation>
        </message>
        <message>
            <source>entry %1</source>
            <translation>Eintrag %1</translation>
        </message>
        <message>
            <source>sum %1</source>
            <translation>Summe %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::paint::SequencePainting</name>
        <message numerus="yes">
            <source>%n lookup(s)</source>
            <translation>
                <numerusform>%n Nachschlag</numerusform>
                <numerusform>%n Nachschläge</numerusform>
            </translation>
        </message>
        <message>
            <source>Revert span</source>
            <translation>Rückrollspanne</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) rolled back</source>
            <translation>
                <numerusform>%n Aufruf zurückgerollt</numerusform>
                <numerusform>%n Aufrufe zurückgerollt</numerusform>
            </translation>
        </message>
        <message>
            <source>read only</source>
            <translation>nur lesend</translation>
        </message>
        <message>
            <source>read only, place not known</source>
            <translation>nur lesend, Stelle nicht bekannt</translation>
        </message>
        <message>
            <source>%1 break</source>
            <translation>%1 Bruch</translation>
        </message>
        <message>
            <source>transaction %1</source>
            <translation>Transaktion %1</translation>
        </message>
        <message>
            <source>Block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>slot %1 · %2 s</source>
            <translation>Slot %1 · %2 s</translation>
        </message>
        <message>
            <source>+%1 s</source>
            <translation>+%1 s</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::AboutDialog</name>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>%1 (built with %2)</source>
            <translation>%1 (gebaut mit %2)</translation>
        </message>
        <message>
            <source>Anchorscope</source>
            <translation>Anchorscope</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>OpenSSL</source>
            <translation>OpenSSL</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
        <message>
            <source>Compiler</source>
            <translation>Compiler</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>Liest</translation>
        </message>
        <message>
            <source>%1 table formats, %2 anchor events, %3 commitment profiles</source>
            <translation>%1 Tabellenformate, %2 Ankerereignisse, %3 Festschreibungsprofile</translation>
        </message>
        <message>
            <source>About Anchorscope</source>
            <translation>Über Anchorscope</translation>
        </message>
        <message>
            <source>Anchorscope %1</source>
            <translation>Anchorscope %1</translation>
        </message>
        <message>
            <source>Inspector for execution tables and their commitments on L1. Every digest, root and hash is recomputed on this computer; what rests on somebody’s word says whose.</source>
            <translation>Inspektor für Ausführungstabellen und ihre Festschreibung auf L1. Jeder Digest, jede Wurzel und jeder Hash wird auf diesem Rechner neu berechnet; was auf jemandes Wort beruht, sagt, auf wessen.</translation>
        </message>
        <message>
            <source>Anchorscope is free under the MIT License. It stands on Qt (LGPL 3), OpenSSL (Apache 2.0), nlohmann/json (MIT), tl::expected (CC0), libsodium (ISC), libzip (BSD), libsecp256k1 (MIT), QtKeychain (BSD), and on the fonts Noto Sans and JetBrains Mono (SIL Open Font License 1.1).</source>
            <translation>Anchorscope ist frei unter der MIT-Lizenz. Es steht auf Qt (LGPL 3), OpenSSL (Apache 2.0), nlohmann/json (MIT), tl::expected (CC0), libsodium (ISC), libzip (BSD), libsecp256k1 (MIT), QtKeychain (BSD) und auf den Schriften Noto Sans und JetBrains Mono (SIL Open Font License 1.1).</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>Versionen kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::AnchorDialog</name>
        <message>
            <source>Prepare</source>
            <translation>Vorbereiten</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>Fall öffnen</translation>
        </message>
        <message>
            <source>Anchor on L1</source>
            <translation>Auf L1 verankern</translation>
        </message>
        <message>
            <source>Profile: which bytes are committed</source>
            <translation>Profil: welche Bytes festgeschrieben werden</translation>
        </message>
        <message>
            <source>Hash function</source>
            <translation>Hashfunktion</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>Contract</translation>
        </message>
        <message>
            <source>0x…, with record(bytes32)</source>
            <translation>0x…, mit record(bytes32)</translation>
        </message>
        <message>
            <source>Send from</source>
            <translation>Senden von</translation>
        </message>
        <message>
            <source>0x…, an account that the node has unlocked; empty: send nothing</source>
            <translation>0x…, ein Konto, das der Knoten entsperrt hat; leer: nichts senden</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Eintragen</translation>
        </message>
        <message>
            <source>also if it is recorded already</source>
            <translation>auch wenn er schon eingetragen ist</translation>
        </message>
        <message>
            <source>wait until it is final</source>
            <translation>warten, bis er final ist</translation>
        </message>
        <message>
            <source>What to record, and where</source>
            <translation>Was eingetragen wird, und wo</translation>
        </message>
        <message>
            <source>no key is ever asked for</source>
            <translation>nach keinem Schlüssel wird je gefragt</translation>
        </message>
        <message>
            <source>Transaction</source>
            <translation>Transaktion</translation>
        </message>
        <message>
            <source>The contract’s recent logs are searched for the same digest before anything is sent.</source>
            <translation>Die jüngsten Logs des Contracts werden nach demselben Digest durchsucht, bevor etwas gesendet wird.</translation>
        </message>
        <message>
            <source>unsigned, unless the node signs it</source>
            <translation>unsigniert, es sei denn, der Knoten signiert sie</translation>
        </message>
        <message>
            <source>Stopped. A transaction that was sent already is not taken back.</source>
            <translation>Angehalten. Eine bereits gesendete Transaktion wird nicht zurückgenommen.</translation>
        </message>
        <message>
            <source>digest       %1</source>
            <translation>Digest       %1</translation>
        </message>
        <message>
            <source>earlier      %1</source>
            <translation>früher       %1</translation>
        </message>
        <message>
            <source>transaction  %1</source>
            <translation>Transaktion  %1</translation>
        </message>
        <message>
            <source>block        %1  %2</source>
            <translation>Block        %1  %2</translation>
        </message>
        <message>
            <source>anchored, block %1</source>
            <translation>verankert, Block %1</translation>
        </message>
        <message>
            <source>Recorded. The contract names %1 as committer.</source>
            <translation>Eingetragen. Der Contract nennt %1 als Committer.</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemanden</translation>
        </message>
        <message>
            <source>Nothing was sent. Sign the transaction with your wallet, or name an account.</source>
            <translation>Es wurde nichts gesendet. Signieren Sie die Transaktion mit Ihrer Wallet, oder nennen Sie ein Konto.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Banner</name>
        <message>
            <source>Which rungs must pass for the verdict to be “verified”</source>
            <translation>Welche Stufen bestehen müssen, damit das Urteil „verifiziert“ lautet</translation>
        </message>
        <message>
            <source>Expect</source>
            <translation>Erwarten</translation>
        </message>
        <message>
            <source>What you vouch for or expect</source>
            <translation>Wofür Sie bürgen oder was Sie erwarten</translation>
        </message>
        <message>
            <source>Copy verdict</source>
            <translation>Urteil kopieren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Digest: it equals the anchored one</source>
            <translation>Digest: er gleicht dem verankerten</translation>
        </message>
        <message>
            <source>Event: and the declared log carries it</source>
            <translation>Ereignis: und das erklärte Log trägt ihn</translation>
        </message>
        <message>
            <source>Inclusion: and the receipt is in the block</source>
            <translation>Einschluss: und der Receipt ist im Block</translation>
        </message>
        <message>
            <source>Block: and the block is authentic</source>
            <translation>Block: und der Block ist echt</translation>
        </message>
        <message>
            <source>Final: and the block is final</source>
            <translation>Final: und der Block ist final</translation>
        </message>
        <message>
            <source>The digest that you &amp;expect…</source>
            <translation>Der Digest, den Sie &amp;erwarten…</translation>
        </message>
        <message>
            <source>A &amp;block that is on the chain…</source>
            <translation>Ein &amp;Block, der auf der Chain steht…</translation>
        </message>
        <message>
            <source>&amp;Contract, manager, endpoints…</source>
            <translation>&amp;Contract, Manager, Endpunkte…</translation>
        </message>
        <message>
            <source>Policy: %1</source>
            <translation>Richtlinie: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::BannerProgress</name>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::BannerText</name>
        <message>
            <source>the table</source>
            <translation>die Tabelle</translation>
        </message>
        <message>
            <source>Asking endpoints…</source>
            <translation>Frage Endpunkte…</translation>
        </message>
        <message>
            <source>Loading %1…</source>
            <translation>Lade %1…</translation>
        </message>
        <message>
            <source>Every digest is recomputed here.</source>
            <translation>Jeder Digest wird hier neu berechnet.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Cannot read %1</source>
            <translation>%1 lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>Match, not final. </source>
            <translation>Übereinstimmung, nicht final. </translation>
        </message>
        <message>
            <source>Unproven: no endpoint answered</source>
            <translation>Unbewiesen: kein Endpunkt hat geantwortet</translation>
        </message>
        <message>
            <source>Checked %1 at head %2</source>
            <translation>Geprüft %1 bei Kopf %2</translation>
        </message>
        <message>
            <source>Checked %1</source>
            <translation>Geprüft %1</translation>
        </message>
        <message>
            <source>Checked %1, offline</source>
            <translation>Geprüft %1, offline</translation>
        </message>
        <message>
            <source>Chain %1</source>
            <translation>Chain %1</translation>
        </message>
        <message>
            <source>block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>heute %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>gestern %1</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>Nicht verifiziert</translation>
        </message>
        <message>
            <source>The run was cancelled. Verify again to go on.</source>
            <translation>Der Lauf wurde abgebrochen. Prüfen Sie erneut, um fortzufahren.</translation>
        </message>
        <message>
            <source>Offline by choice</source>
            <translation>Bewusst offline</translation>
        </message>
        <message>
            <source>Nothing leaves this computer.</source>
            <translation>Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>No endpoint: offline</source>
            <translation>Kein Endpunkt: offline</translation>
        </message>
        <message>
            <source>%1 of %2 endpoints</source>
            <translation>%1 von %2 Endpunkten</translation>
        </message>
        <message>
            <source>%1 endpoints</source>
            <translation>%1 Endpunkte</translation>
        </message>
        <message>
            <source>Not asked yet.</source>
            <translation>Noch nicht gefragt.</translation>
        </message>
        <message>
            <source>Asked, not answered yet.</source>
            <translation>Gefragt, noch nicht beantwortet.</translation>
        </message>
        <message>
            <source> · head %1</source>
            <translation> · Kopf %1</translation>
        </message>
        <message>
            <source>%1 does not answer</source>
            <translation>%1 antwortet nicht</translation>
        </message>
        <message>
            <source> answer</source>
            <translation> antworten</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Breadcrumbs</name>
        <message>
            <source>Path to the chosen row</source>
            <translation>Pfad zur gewählten Zeile</translation>
        </message>
        <message>
            <source>Parts of the path that are left out</source>
            <translation>Ausgelassene Teile des Pfads</translation>
        </message>
        <message>
            <source>Show what is left out</source>
            <translation>Zeigen, was ausgelassen ist</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::CaseNotes</name>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>No notes. Ctrl+M writes one on the chosen place.</source>
            <translation>Keine Notizen. Strg+M schreibt eine zur gewählten Stelle.</translation>
        </message>
        <message>
            <source>The case</source>
            <translation>Der Fall</translation>
        </message>
        <message>
            <source>Notes %1</source>
            <translation>Notizen %1</translation>
        </message>
        <message>
            <source>Note •</source>
            <translation>Notiz •</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::CaseSaving</name>
        <message>
            <source>Save the case</source>
            <translation>Fall speichern</translation>
        </message>
        <message>
            <source>Cases (*.anchorcase)</source>
            <translation>Fälle (*.anchorcase)</translation>
        </message>
        <message>
            <source>Stopping; what %1 was before stays</source>
            <translation>Halte an; was %1 vorher war, bleibt</translation>
        </message>
        <message>
            <source>preparing</source>
            <translation>wird vorbereitet</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Saving %1, %2; then the window closes</source>
            <translation>Speichere %1, %2; dann schließt das Fenster</translation>
        </message>
        <message>
            <source>Saving %1, %2</source>
            <translation>Speichere %1, %2</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Nicht gespeichert: %1</translation>
        </message>
        <message>
            <source>Save again…</source>
            <translation>Erneut speichern…</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::CaseView</name>
        <message>
            <source>What is there instead of a table</source>
            <translation>Was statt einer Tabelle da ist</translation>
        </message>
        <message>
            <source>Transitions</source>
            <translation>Übergänge</translation>
        </message>
        <message>
            <source>Tree</source>
            <translation>Baum</translation>
        </message>
        <message>
            <source>Sequence</source>
            <translation>Sequenz</translation>
        </message>
        <message>
            <source>State roots</source>
            <translation>State-Roots</translation>
        </message>
        <message>
            <source>Calls across the tables of the bundle</source>
            <translation>Aufrufe zwischen den Tabellen des Bündels</translation>
        </message>
        <message>
            <source>Crossings</source>
            <translation>Übertritte</translation>
        </message>
        <message>
            <source>The table replayed</source>
            <translation>Die Tabelle nachgespielt</translation>
        </message>
        <message>
            <source>Replay</source>
            <translation>Nachspiel</translation>
        </message>
        <message>
            <source>Fields of the chosen transition</source>
            <translation>Felder des gewählten Übergangs</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>What was proven</source>
            <translation>Was bewiesen wurde</translation>
        </message>
        <message>
            <source>and by whom</source>
            <translation>und von wem</translation>
        </message>
        <message>
            <source>Digests</source>
            <translation>Digests</translation>
        </message>
        <message>
            <source>Bytes and digests</source>
            <translation>Bytes und Digests</translation>
        </message>
        <message>
            <source>Preimage bytes</source>
            <translation>Preimage-Bytes</translation>
        </message>
        <message>
            <source>Anchor events</source>
            <translation>Ankerereignisse</translation>
        </message>
        <message>
            <source>Requests to endpoints</source>
            <translation>Anfragen an Endpunkte</translation>
        </message>
        <message>
            <source>Nothing left this computer.</source>
            <translation>Nichts hat diesen Rechner verlassen.</translation>
        </message>
        <message>
            <source>Anchors, findings, endpoint log</source>
            <translation>Verankerungen, Befunde, Endpunktprotokoll</translation>
        </message>
        <message>
            <source>Anchors</source>
            <translation>Verankerungen</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Endpoint log</source>
            <translation>Endpunktprotokoll</translation>
        </message>
        <message>
            <source>Explore this digest</source>
            <translation>Diesen Digest erkunden</translation>
        </message>
        <message>
            <source>Show the evidence</source>
            <translation>Belege zeigen</translation>
        </message>
        <message>
            <source>%1 · %2 bytes</source>
            <translation>%1 · %2 Bytes</translation>
        </message>
        <message>
            <source>Findings %1</source>
            <translation>Befunde %1</translation>
        </message>
        <message>
            <source>block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>Crossings %1</source>
            <translation>Übertritte %1</translation>
        </message>
        <message>
            <source>Choose a transition to see its fields.</source>
            <translation>Wählen Sie einen Übergang, um seine Felder zu sehen.</translation>
        </message>
        <message>
            <source>No transitions, no fields.</source>
            <translation>Keine Übergänge, keine Felder.</translation>
        </message>
        <message>
            <source>No digests were computed.</source>
            <translation>Es wurden keine Digests berechnet.</translation>
        </message>
        <message>
            <source>No anchor event is known: attach an envelope and evidence.</source>
            <translation>Kein Ankerereignis bekannt: Hängen Sie einen Umschlag und Belege an.</translation>
        </message>
        <message>
            <source>Nothing to remark.</source>
            <translation>Nichts anzumerken.</translation>
        </message>
        <message>
            <source>Attach another table of the bundle (the other side, or another rollup):
its calls are paired with those of this one.</source>
            <translation>Hängen Sie eine weitere Tabelle des Bündels an (die andere Seite oder ein anderes Rollup):
Ihre Aufrufe werden mit denen dieser Tabelle gepaart.</translation>
        </message>
        <message>
            <source>No transitions, no crossings.</source>
            <translation>Keine Übergänge, keine Übertritte.</translation>
        </message>
        <message>
            <source>Only tables of L1 state what becomes of the rollups.</source>
            <translation>Nur Tabellen von L1 geben an, was aus den Rollups wird.</translation>
        </message>
        <message>
            <source>calldata</source>
            <translation>Calldata</translation>
        </message>
        <message>
            <source>decoded hex</source>
            <translation>dekodiertes Hex</translation>
        </message>
        <message>
            <source>file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>A slice: some entries of a table, each with the way to the table’s root.</source>
            <translation>Ein Ausschnitt: einige Einträge einer Tabelle, jeder mit dem Weg zur Wurzel der Tabelle.</translation>
        </message>
        <message>
            <source>Calldata of a function that is not known: an opaque observation.
Its commitment can still be verified; the words are shown with what they look like.</source>
            <translation>Calldata einer unbekannten Funktion: eine undurchsichtige Beobachtung.
Ihre Festschreibung lässt sich trotzdem prüfen; die Wörter sind mit dem gezeigt, wonach sie aussehen.</translation>
        </message>
        <message>
            <source>The table does not decode: there are no transitions to show.
The banner says what was expected, and at which byte.</source>
            <translation>Die Tabelle lässt sich nicht dekodieren: Es gibt keine Übergänge zu zeigen.
Das Banner sagt, was erwartet wurde und an welchem Byte.</translation>
        </message>
        <message>
            <source>These bytes match no table format: an opaque observation.
Its commitment can still be verified; there are no transitions to show.</source>
            <translation>Diese Bytes passen zu keinem Tabellenformat: eine undurchsichtige Beobachtung.
Ihre Festschreibung lässt sich trotzdem prüfen; es gibt keine Übergänge zu zeigen.</translation>
        </message>
        <message>
            <source>byte %1 of the %2</source>
            <translation>Byte %1 – %2</translation>
        </message>
        <message>
            <source>bytes %1–%2 of the %3</source>
            <translation>Bytes %1–%2 – %3</translation>
        </message>
        <message>
            <source>1 transition</source>
            <translation>1 Übergang</translation>
        </message>
        <message>
            <source>%1 transitions</source>
            <translation>%1 Übergänge</translation>
        </message>
        <message>
            <source>%1 of %2 rungs failed</source>
            <translation>%1 von %2 Stufen fehlgeschlagen</translation>
        </message>
        <message>
            <source>checked in %1 ms</source>
            <translation>geprüft in %1 ms</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ChangeNotice</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 und %n weiterer</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>rung %1 %2 → %3</source>
            <translation>Stufe %1 %2 → %3</translation>
        </message>
        <message>
            <source>bytes outside of fields</source>
            <translation>Bytes außerhalb von Feldern</translation>
        </message>
        <message>
            <source>%1 is no longer there (%2)</source>
            <translation>%1 ist nicht mehr da (%2)</translation>
        </message>
        <message>
            <source>%1 is new (%2)</source>
            <translation>%1 ist neu (%2)</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1: %2 → %3</translation>
        </message>
        <message>
            <source>bytes differ from byte %1 on</source>
            <translation>Bytes weichen ab Byte %1 ab</translation>
        </message>
        <message>
            <source>%1 bytes instead of %2, from byte %3 on others</source>
            <translation>%1 Bytes statt %2, ab Byte %3 andere</translation>
        </message>
        <message>
            <source>more than %1 fields differ (%2, …)</source>
            <translation>mehr als %1 Felder weichen ab (%2, …)</translation>
        </message>
        <message>
            <source>byte %1</source>
            <translation>Byte %1</translation>
        </message>
        <message>
            <source>1 field differs (%1)</source>
            <translation>1 Feld weicht ab (%1)</translation>
        </message>
        <message numerus="yes">
            <source>%n fields differ (%1, …)</source>
            <translation>
                <numerusform>%n Feld weicht ab (%1, …)</numerusform>
                <numerusform>%n Felder weichen ab (%1, …)</numerusform>
            </translation>
        </message>
        <message>
            <source>1 more rung changed</source>
            <translation>1 weitere Stufe änderte sich</translation>
        </message>
        <message numerus="yes">
            <source>%n more rungs changed</source>
            <translation>
                <numerusform>%n weitere Stufe änderte sich</numerusform>
                <numerusform>%n weitere Stufen änderten sich</numerusform>
            </translation>
        </message>
        <message>
            <source>the envelope is another one</source>
            <translation>der Umschlag ist ein anderer</translation>
        </message>
        <message>
            <source>the evidence is another one</source>
            <translation>die Belege sind andere</translation>
        </message>
        <message>
            <source>the findings are others</source>
            <translation>die Befunde sind andere</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Fields that differ and are not listed: %1</source>
            <translation>Abweichende Felder, die nicht aufgeführt sind: %1</translation>
        </message>
        <message>
            <source>New finding: %1</source>
            <translation>Neuer Befund: %1</translation>
        </message>
        <message>
            <source>No longer found: %1</source>
            <translation>Nicht mehr gefunden: %1</translation>
        </message>
        <message>
            <source>%1 was written again at %2, with the same content.</source>
            <translation>%1 wurde um %2 erneut geschrieben, mit demselben Inhalt.</translation>
        </message>
        <message>
            <source>%1 changed on disk at %2: %3</source>
            <translation>%1 änderte sich um %2 auf dem Datenträger: %3</translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>%1 changed on disk at %2. What is shown is what was read before.</source>
            <translation>%1 änderte sich um %2 auf dem Datenträger. Gezeigt ist, was zuvor gelesen wurde.</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>%1 is no longer on disk since %2. What was read of it stays as it is shown.</source>
            <translation>%1 ist seit %2 nicht mehr auf dem Datenträger. Was daraus gelesen wurde, bleibt gezeigt.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ColumnsDialog</name>
        <message>
            <source>Move &amp;up</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>&amp;Automatic</source>
            <translation>&amp;Automatisch</translation>
        </message>
        <message>
            <source>Columns of the tree</source>
            <translation>Spalten des Baums</translation>
        </message>
        <message>
            <source>Columns, in their order</source>
            <translation>Spalten, in ihrer Reihenfolge</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source>Width of the column</source>
            <translation>Breite der Spalte</translation>
        </message>
        <message>
            <source>&amp;Width</source>
            <translation>&amp;Breite</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ComparisonView</name>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>Tatsächlich</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Expected and actual</source>
            <translation>Erwartet und tatsächlich</translation>
        </message>
        <message>
            <source>There is nothing to compare yet.</source>
            <translation>Es gibt noch nichts zu vergleichen.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::CopyMenu</name>
        <message>
            <source>Nothing is chosen</source>
            <translation>Es ist nichts gewählt</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::DigestExplorer</name>
        <message>
            <source>Previous digest</source>
            <translation>Voriger Digest</translation>
        </message>
        <message>
            <source>Next digest</source>
            <translation>Nächster Digest</translation>
        </message>
        <message>
            <source>Copy digest</source>
            <translation>Digest kopieren</translation>
        </message>
        <message>
            <source>Steps of the digest</source>
            <translation>Schritte des Digests</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>Was wäre wenn</translation>
        </message>
        <message>
            <source>Fields of the preimage</source>
            <translation>Felder des Preimage</translation>
        </message>
        <message>
            <source>Preimage</source>
            <translation>Preimage</translation>
        </message>
        <message>
            <source>Taking the digest apart…</source>
            <translation>Zerlege den Digest…</translation>
        </message>
        <message>
            <source>Explained: own number in CALL_END</source>
            <translation>Erklärt: eigene Nummer in CALL_END</translation>
        </message>
        <message>
            <source>The contracts hash the number of the last call begun. The table’s builder hashed the number of the call that ends. With %1 in place of %2 in step %3, all agrees.</source>
            <translation>Die Contracts hashen die Nummer des zuletzt begonnenen Aufrufs. Der Ersteller der Tabelle hashte die Nummer des Aufrufs, der endet. Mit %1 anstelle von %2 in Schritt %3 stimmt alles überein.</translation>
        </message>
        <message>
            <source>Preimage of step %1 of %2</source>
            <translation>Preimage von Schritt %1 von %2</translation>
        </message>
        <message>
            <source>byte</source>
            <translation>Byte</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>edits</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Digest · %1 of %2</source>
            <translation>Digest · %1 von %2</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>Schritte</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::DropOverlay</name>
        <message>
            <source>Drop to attach %1</source>
            <translation>Ablegen, um %1 anzuhängen</translation>
        </message>
        <message>
            <source>Drop to open %1</source>
            <translation>Ablegen, um %1 zu öffnen</translation>
        </message>
        <message numerus="yes">
            <source>Drop to open %n files, each in a window of its own</source>
            <translation>
                <numerusform>Ablegen, um %n Datei in einem eigenen Fenster zu öffnen</numerusform>
                <numerusform>Ablegen, um %n Dateien zu öffnen, jede in einem eigenen Fenster</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to look for this on L1</source>
            <translation>Ablegen, um dies auf L1 zu suchen</translation>
        </message>
        <message>
            <source>Drop to open this text as a table</source>
            <translation>Ablegen, um diesen Text als Tabelle zu öffnen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::EndpointChooser</name>
        <message>
            <source>Endpoint to ask</source>
            <translation>Zu fragender Endpunkt</translation>
        </message>
        <message>
            <source>nobody yet: name an endpoint</source>
            <translation>noch niemand: Nennen Sie einen Endpunkt</translation>
        </message>
        <message>
            <source>Profiles…</source>
            <translation>Profile…</translation>
        </message>
        <message>
            <source>all of them: %1</source>
            <translation>alle: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::EndpointDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::EndpointLine</name>
        <message>
            <source>my own node</source>
            <translation>mein eigener Knoten</translation>
        </message>
        <message>
            <source>Address of an endpoint</source>
            <translation>Adresse eines Endpunkts</translation>
        </message>
        <message>
            <source>You run it: its word alone makes a block authentic.</source>
            <translation>Sie betreiben ihn: Sein Wort allein macht einen Block echt.</translation>
        </message>
        <message>
            <source>Ask it now what it can do</source>
            <translation>Jetzt fragen, was er kann</translation>
        </message>
        <message>
            <source>Try this endpoint</source>
            <translation>Diesen Endpunkt ausprobieren</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>Ausprobieren</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove this endpoint</source>
            <translation>Diesen Endpunkt entfernen</translation>
        </message>
        <message>
            <source>What the endpoint can do</source>
            <translation>Was der Endpunkt kann</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>Frage…</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::EndpointList</name>
        <message>
            <source>Add endpoint</source>
            <translation>Endpunkt hinzufügen</translation>
        </message>
        <message>
            <source>From profiles</source>
            <translation>Aus Profilen</translation>
        </message>
        <message>
            <source>Manage profiles…</source>
            <translation>Profile verwalten…</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::EvidenceExplorer</name>
        <message>
            <source>Previous rung</source>
            <translation>Vorige Stufe</translation>
        </message>
        <message>
            <source>Next rung</source>
            <translation>Nächste Stufe</translation>
        </message>
        <message>
            <source>Copy evidence</source>
            <translation>Belege kopieren</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Was geprüft wurde</translation>
        </message>
        <message>
            <source>Who says so</source>
            <translation>Wer es sagt</translation>
        </message>
        <message>
            <source>What would have to be true for this to be wrong</source>
            <translation>Was wahr sein müsste, damit dies falsch wäre</translation>
        </message>
        <message>
            <source>Expected and actual</source>
            <translation>Erwartet und tatsächlich</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 of %2 the same</source>
            <translation>%1 von %2 gleich</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ExpectationFields</name>
        <message>
            <source>Chain id</source>
            <translation>Chain-ID</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>Anchor contract</source>
            <translation>Anker-Contract</translation>
        </message>
        <message>
            <source>Committer</source>
            <translation>Committer</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Manager</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>Anchor transaction</source>
            <translation>Anker-Transaktion</translation>
        </message>
        <message>
            <source>Table transaction</source>
            <translation>Tabellen-Transaktion</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ExpectationsDialog</name>
        <message>
            <source>Endpoints and expectations</source>
            <translation>Endpunkte und Erwartungen</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>what must pass to be verified</source>
            <translation>was für „verifiziert“ bestehen muss</translation>
        </message>
        <message>
            <source>Work offline: ask nobody</source>
            <translation>Offline arbeiten: niemanden fragen</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpunkte</translation>
        </message>
        <message>
            <source>two on different hosts, or your own node</source>
            <translation>zwei auf verschiedenen Hosts, oder Ihr eigener Knoten</translation>
        </message>
        <message>
            <source>Pinned blocks, one a line</source>
            <translation>Festgelegte Blöcke, einer je Zeile</translation>
        </message>
        <message>
            <source>[chain:]number:hash, one a line, such as
77001:41:0x…</source>
            <translation>[Chain:]Nummer:Hash, einer je Zeile, etwa
77001:41:0x…</translation>
        </message>
        <message>
            <source>Slot clocks, one a line</source>
            <translation>Slot-Uhren, eine je Zeile</translation>
        </message>
        <message>
            <source>chain:genesis:seconds[:slots per epoch], one a line, such as
77001:1700000000:12</source>
            <translation>Chain:Genesis:Sekunden[:Slots je Epoche], eine je Zeile, etwa
77001:1700000000:12</translation>
        </message>
        <message>
            <source>Declared events, one a line</source>
            <translation>Erklärte Ereignisse, eines je Zeile</translation>
        </message>
        <message>
            <source>signature digest=topicN or digest=wordN, one a line, such as
Anchored(bytes32 indexed digest, address who) digest=topic1
Stored(address who, bytes32 digest) digest=word1</source>
            <translation>Signatur digest=topicN oder digest=wordN, eines je Zeile, etwa
Anchored(bytes32 indexed digest, address who) digest=topic1
Stored(address who, bytes32 digest) digest=word1</translation>
        </message>
        <message>
            <source>What you state</source>
            <translation>Was Sie angeben</translation>
        </message>
        <message>
            <source>Expectations</source>
            <translation>Erwartungen</translation>
        </message>
        <message>
            <source>Pinned blocks</source>
            <translation>Festgelegte Blöcke</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Slot clocks</source>
            <translation>Slot-Uhren</translation>
        </message>
        <message>
            <source>Declared events</source>
            <translation>Erklärte Ereignisse</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Apply and verify</source>
            <translation>Anwenden und prüfen</translation>
        </message>
        <message>
            <source>An endpoint’s address is not complete</source>
            <translation>Die Adresse eines Endpunkts ist unvollständig</translation>
        </message>
        <message>
            <source>Pinned blocks: </source>
            <translation>Festgelegte Blöcke: </translation>
        </message>
        <message>
            <source>Rollups’ contracts: </source>
            <translation>Contracts der Rollups: </translation>
        </message>
        <message>
            <source>Slot clocks: </source>
            <translation>Slot-Uhren: </translation>
        </message>
        <message>
            <source>Declared events: </source>
            <translation>Erklärte Ereignisse: </translation>
        </message>
        <message>
            <source>Declared events count once a digest is stated under Expectations</source>
            <translation>Erklärte Ereignisse zählen, sobald unter Erwartungen ein Digest angegeben ist</translation>
        </message>
        <message>
            <source>%1 (!)</source>
            <translation>%1 (!)</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ExplorerHeader</name>
        <message>
            <source>Back to the tree</source>
            <translation>Zurück zum Baum</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FilterActions</name>
        <message>
            <source>Filter by this value</source>
            <translation>Nach diesem Wert filtern</translation>
        </message>
        <message>
            <source>&amp;Filter by this value: %1</source>
            <translation>Nach diesem Wert &amp;filtern: %1</translation>
        </message>
        <message>
            <source>… and b&amp;y this value</source>
            <translation>… und nach d&amp;iesem Wert</translation>
        </message>
        <message>
            <source>… and &amp;not this value</source>
            <translation>… und &amp;nicht dieser Wert</translation>
        </message>
        <message>
            <source>Filter by all &amp;but this value</source>
            <translation>Nach allen &amp;außer diesem Wert filtern</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FilterBar</name>
        <message>
            <source>Filter: domain == 2 &amp;&amp; state != passed</source>
            <translation>Filter: domain == 2 &amp;&amp; state != passed</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Show all rows and highlight those that match</source>
            <translation>Alle Zeilen zeigen und die passenden hervorheben</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <source>Saved and recent filters</source>
            <translation>Gespeicherte und letzte Filter</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 rows match</source>
            <translation>%1 Zeilen passen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FilterMenu</name>
        <message>
            <source>Saved and recent filters</source>
            <translation>Gespeicherte und letzte Filter</translation>
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation>Diesen Filter &amp;speichern…</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>&amp;Umbenennen</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Recent</source>
            <translation>&amp;Zuletzt</translation>
        </message>
        <message>
            <source>&amp;Examples</source>
            <translation>&amp;Beispiele</translation>
        </message>
        <message>
            <source>Save the filter</source>
            <translation>Filter speichern</translation>
        </message>
        <message>
            <source>A name for this filter:</source>
            <translation>Ein Name für diesen Filter:</translation>
        </message>
        <message>
            <source>Rename the filter</source>
            <translation>Filter umbenennen</translation>
        </message>
        <message>
            <source>A new name for “%1”:</source>
            <translation>Ein neuer Name für „%1“:</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FilterPopup</name>
        <message>
            <source>What may come next in the filter</source>
            <translation>Was im Filter als Nächstes kommen kann</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FindAnchorDialog</name>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Find anchors on L1</source>
            <translation>Verankerungen auf L1 suchen</translation>
        </message>
        <message>
            <source>From block</source>
            <translation>Von Block</translation>
        </message>
        <message>
            <source>0</source>
            <translation>0</translation>
        </message>
        <message>
            <source>To block</source>
            <translation>Bis Block</translation>
        </message>
        <message>
            <source>the newest</source>
            <translation>der neueste</translation>
        </message>
        <message>
            <source>verify every receipt of these blocks, to say that there is none (slow)</source>
            <translation>jeden Receipt dieser Blöcke prüfen, um sagen zu können, dass es keine gibt (langsam)</translation>
        </message>
        <message>
            <source>Where to search</source>
            <translation>Wo gesucht wird</translation>
        </message>
        <message>
            <source>from the table’s block %1 outward</source>
            <translation>vom Block %1 der Tabelle nach außen</translation>
        </message>
        <message>
            <source>from the newest block down</source>
            <translation>vom neuesten Block abwärts</translation>
        </message>
        <message>
            <source>Anchors found</source>
            <translation>Gefundene Verankerungen</translation>
        </message>
        <message>
            <source>Nothing was searched for yet.</source>
            <translation>Es wurde noch nichts gesucht.</translation>
        </message>
        <message>
            <source>any profile, any hash function</source>
            <translation>jedes Profil, jede Hashfunktion</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Suche…</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>Nothing was found out.</source>
            <translation>Es wurde nichts herausgefunden.</translation>
        </message>
        <message>
            <source>There is none: every receipt of these blocks was verified.</source>
            <translation>Es gibt keine: Jeder Receipt dieser Blöcke wurde geprüft.</translation>
        </message>
        <message>
            <source>Not found. That does not mean that there is none.</source>
            <translation>Nicht gefunden. Das heißt nicht, dass es keine gibt.</translation>
        </message>
        <message>
            <source>anchored, block %1</source>
            <translation>verankert, Block %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FindingLight</name>
        <message>
            <source>1 error</source>
            <translation>1 Fehler</translation>
        </message>
        <message>
            <source>%1 errors</source>
            <translation>%1 Fehler</translation>
        </message>
        <message>
            <source>1 warning</source>
            <translation>1 Warnung</translation>
        </message>
        <message>
            <source>%1 warnings</source>
            <translation>%1 Warnungen</translation>
        </message>
        <message>
            <source>1 note</source>
            <translation>1 Hinweis</translation>
        </message>
        <message>
            <source>%1 notes</source>
            <translation>%1 Hinweise</translation>
        </message>
        <message>
            <source>No findings</source>
            <translation>Keine Befunde</translation>
        </message>
        <message>
            <source>Findings: %1</source>
            <translation>Befunde: %1</translation>
        </message>
        <message>
            <source>Show the findings</source>
            <translation>Befunde zeigen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::FindingsPage</name>
        <message>
            <source>Group the findings</source>
            <translation>Befunde gruppieren</translation>
        </message>
        <message>
            <source>Not grouped</source>
            <translation>Nicht gruppiert</translation>
        </message>
        <message>
            <source>By severity</source>
            <translation>Nach Schwere</translation>
        </message>
        <message>
            <source>By rule</source>
            <translation>Nach Regel</translation>
        </message>
        <message>
            <source>By place</source>
            <translation>Nach Ort</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>1 note</source>
            <translation>1 Hinweis</translation>
        </message>
        <message>
            <source>%1 notes</source>
            <translation>%1 Hinweise</translation>
        </message>
        <message>
            <source>1 warning</source>
            <translation>1 Warnung</translation>
        </message>
        <message>
            <source>%1 warnings</source>
            <translation>%1 Warnungen</translation>
        </message>
        <message>
            <source>1 error</source>
            <translation>1 Fehler</translation>
        </message>
        <message>
            <source>%1 errors</source>
            <translation>%1 Fehler</translation>
        </message>
        <message>
            <source>Show %1</source>
            <translation>%1 zeigen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::GoToDialog</name>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Los</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>step 12 · entry 3 · 0x-digest or its beginning · offset 0x1f4 · selector, function or address</source>
            <translation>step 12 · entry 3 · 0x-Digest oder sein Anfang · offset 0x1f4 · Selektor, Funktion oder Adresse</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Wohin</translation>
        </message>
        <message>
            <source>Places found</source>
            <translation>Gefundene Stellen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <source>Reading the table…</source>
            <translation>Lese die Tabelle…</translation>
        </message>
        <message>
            <source>Type what you look for: a step, an entry, a digest, an offset, a selector, a function or an address.</source>
            <translation>Geben Sie ein, was Sie suchen: einen Schritt, einen Eintrag, einen Digest, einen Offset, einen Selektor, eine Funktion oder eine Adresse.</translation>
        </message>
        <message>
            <source>the first %1 places</source>
            <translation>die ersten %1 Stellen</translation>
        </message>
        <message>
            <source>1 place</source>
            <translation>1 Stelle</translation>
        </message>
        <message>
            <source>%1 places</source>
            <translation>%1 Stellen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::HelpBrowser</name>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::HelpPages</name>
        <message>
            <source>Getting started</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <source>For auditors</source>
            <translation>Für Prüfer</translation>
        </message>
        <message>
            <source>For developers</source>
            <translation>Für Entwickler</translation>
        </message>
        <message>
            <source>For presenters</source>
            <translation>Für Vortragende</translation>
        </message>
        <message>
            <source>The ladder, and whom it trusts</source>
            <translation>Die Prüfleiter, und wem sie vertraut</translation>
        </message>
        <message>
            <source>The window</source>
            <translation>Das Fenster</translation>
        </message>
        <message>
            <source>Cases and files</source>
            <translation>Fälle und Dateien</translation>
        </message>
        <message>
            <source>Formats and profiles</source>
            <translation>Formate und Profile</translation>
        </message>
        <message>
            <source>The filter</source>
            <translation>Der Filter</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Berichte</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Grenzen</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>Glossar</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::HelpWindow</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vor</translation>
        </message>
        <message>
            <source>Help – Anchorscope</source>
            <translation>Hilfe – Anchorscope</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Hilfe durchsuchen</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>Es wurde nichts gefunden.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::HexView</name>
        <message>
            <source>Preimage bytes</source>
            <translation>Preimage-Bytes</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Ladder</name>
        <message>
            <source>Verification ladder</source>
            <translation>Prüfleiter</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::MainWindow</name>
        <message>
            <source>Anchorscope</source>
            <translation>Anchorscope</translation>
        </message>
        <message>
            <source>Anchorscope %1</source>
            <translation>Anchorscope %1</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>%1 – Anchorscope</source>
            <translation>%1 – Anchorscope</translation>
        </message>
        <message>
            <source>Working offline</source>
            <translation>Arbeitet offline</translation>
        </message>
        <message>
            <source>Asked when a case needs it.</source>
            <translation>Gefragt wird, wenn ein Fall es braucht.</translation>
        </message>
        <message>
            <source>Nothing leaves this computer.</source>
            <translation>Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>%1 names known from the ABI</source>
            <translation>%1 Namen aus der ABI bekannt</translation>
        </message>
        <message>
            <source>%1 names and %2 table formats known from the ABI</source>
            <translation>%1 Namen und %2 Tabellenformate aus der ABI bekannt</translation>
        </message>
        <message>
            <source>%1 addresses have names</source>
            <translation>%1 Adressen haben Namen</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>Verdict copied</source>
            <translation>Urteil kopiert</translation>
        </message>
        <message>
            <source>Value copied</source>
            <translation>Wert kopiert</translation>
        </message>
        <message>
            <source>No transition matches the filter.</source>
            <translation>Kein Übergang passt zum Filter.</translation>
        </message>
        <message>
            <source>There is no filter: Ctrl+L writes one.</source>
            <translation>Es gibt keinen Filter: Strg+L schreibt einen.</translation>
        </message>
        <message>
            <source>The filter hides the transition that is chosen.</source>
            <translation>Der Filter verbirgt den gewählten Übergang.</translation>
        </message>
        <message>
            <source>Open a table or a case</source>
            <translation>Tabelle oder Fall öffnen</translation>
        </message>
        <message>
            <source>Tables and cases (*.hex *.bin *.txt *.anchorcase);;All files (*)</source>
            <translation>Tabellen und Fälle (*.hex *.bin *.txt *.anchorcase);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Attach an envelope</source>
            <translation>Umschlag anhängen</translation>
        </message>
        <message>
            <source>Envelopes (*.json);;All files (*)</source>
            <translation>Umschläge (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Attach evidence</source>
            <translation>Belege anhängen</translation>
        </message>
        <message>
            <source>Evidence (*.json);;All files (*)</source>
            <translation>Belege (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Attach another table of the bundle</source>
            <translation>Weitere Tabelle des Bündels anhängen</translation>
        </message>
        <message>
            <source>Tables (*.hex *.bin *.txt *.json);;All files (*)</source>
            <translation>Tabellen (*.hex *.bin *.txt *.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Attach a trace of one of the bundle’s transactions</source>
            <translation>Trace einer der Transaktionen des Bündels anhängen</translation>
        </message>
        <message>
            <source>Answers of debug_traceTransaction (*.json);;All files (*)</source>
            <translation>Antworten von debug_traceTransaction (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Choose the table</source>
            <translation>Tabelle wählen</translation>
        </message>
        <message>
            <source>%1 holds tables at</source>
            <translation>%1 enthält Tabellen bei</translation>
        </message>
        <message>
            <source>Names and table formats from a contract’s ABI</source>
            <translation>Namen und Tabellenformate aus der ABI eines Contracts</translation>
        </message>
        <message>
            <source>ABI (*.json);;All files (*)</source>
            <translation>ABI (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Names of addresses</source>
            <translation>Namen von Adressen</translation>
        </message>
        <message>
            <source>Labels (*.json);;All files (*)</source>
            <translation>Bezeichnungen (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Nothing is wrong here.</source>
            <translation>Hier ist nichts falsch.</translation>
        </message>
        <message>
            <source>Keys are kept %1</source>
            <translation>Schlüssel liegen %1</translation>
        </message>
        <message>
            <source>Open in this window</source>
            <translation>In diesem Fenster öffnen</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>clipboard</source>
            <translation>Zwischenablage</translation>
        </message>
        <message>
            <source>The text on the clipboard is no table, transaction or block.</source>
            <translation>Der Text in der Zwischenablage ist weder Tabelle noch Transaktion noch Block.</translation>
        </message>
        <message>
            <source>The clipboard holds no text.</source>
            <translation>Die Zwischenablage enthält keinen Text.</translation>
        </message>
        <message>
            <source>Expected digest</source>
            <translation>Erwarteter Digest</translation>
        </message>
        <message>
            <source>The digest that this table should have, from where you trust it: a colleague, a contract, a page. It is compared with the table under every profile.</source>
            <translation>Der Digest, den diese Tabelle haben soll, von dort, wo Sie ihm trauen: von einem Kollegen, einem Contract, einer Seite. Er wird unter jedem Profil mit der Tabelle verglichen.</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Digest</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>State none</source>
            <translation>Keinen angeben</translation>
        </message>
        <message>
            <source>Pin a block</source>
            <translation>Einen Block festlegen</translation>
        </message>
        <message>
            <source>You vouch that this block is on the chain: chain id, number and hash, from a source of your own. Never copy the hash from the evidence that it is to prove.</source>
            <translation>Sie bürgen dafür, dass dieser Block auf der Chain steht: Chain-ID, Nummer und Hash, aus einer eigenen Quelle. Kopieren Sie den Hash nie aus den Belegen, die er beweisen soll.</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>[chain:]number:0x…</source>
            <translation>[Chain:]Nummer:0x…</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Festlegen</translation>
        </message>
        <message>
            <source>Pin none</source>
            <translation>Keinen festlegen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Navigation</name>
        <message>
            <source>Nothing encloses the bundle.</source>
            <translation>Nichts umschließt das Bündel.</translation>
        </message>
        <message>
            <source>Nobody calls the bundle.</source>
            <translation>Niemand ruft das Bündel auf.</translation>
        </message>
        <message>
            <source>Nothing is called from here.</source>
            <translation>Von hier wird nichts aufgerufen.</translation>
        </message>
        <message>
            <source>Nothing more happens on this domain.</source>
            <translation>Auf dieser Domäne geschieht nichts mehr.</translation>
        </message>
        <message>
            <source>Nothing happened on this domain before.</source>
            <translation>Auf dieser Domäne geschah davor nichts.</translation>
        </message>
        <message>
            <source>There is no crossing after this one.</source>
            <translation>Nach diesem gibt es keinen Übertritt.</translation>
        </message>
        <message>
            <source>There is no crossing before this one.</source>
            <translation>Vor diesem gibt es keinen Übertritt.</translation>
        </message>
        <message>
            <source>The places before do not exist any more.</source>
            <translation>Die Stellen davor gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>The places after do not exist any more.</source>
            <translation>Die Stellen danach gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>byte %1</source>
            <translation>Byte %1</translation>
        </message>
        <message>
            <source>a rung</source>
            <translation>eine Stufe</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>Remove book&amp;mark</source>
            <translation>Lese&amp;zeichen entfernen</translation>
        </message>
        <message>
            <source>Book&amp;mark</source>
            <translation>&amp;Lesezeichen</translation>
        </message>
        <message>
            <source>Choose a row, a field or a byte to mark it.</source>
            <translation>Wählen Sie eine Zeile, ein Feld oder ein Byte, um es zu merken.</translation>
        </message>
        <message>
            <source>There is room for %1 bookmarks in a file.</source>
            <translation>In einer Datei ist Platz für %1 Lesezeichen.</translation>
        </message>
        <message>
            <source>Bookmark removed</source>
            <translation>Lesezeichen entfernt</translation>
        </message>
        <message>
            <source>Bookmarked: %1</source>
            <translation>Gemerkt: %1</translation>
        </message>
        <message>
            <source>There are no bookmarks in this file.</source>
            <translation>In dieser Datei gibt es keine Lesezeichen.</translation>
        </message>
        <message>
            <source>The marked places do not exist in this tree.</source>
            <translation>Die gemerkten Stellen gibt es in diesem Baum nicht.</translation>
        </message>
        <message>
            <source>That place does not exist in this tree.</source>
            <translation>Diese Stelle gibt es in diesem Baum nicht.</translation>
        </message>
        <message>
            <source>None in this file</source>
            <translation>Keine in dieser Datei</translation>
        </message>
        <message>
            <source>&amp;Remove all</source>
            <translation>Alle &amp;entfernen</translation>
        </message>
        <message>
            <source>Level &amp;1: entries</source>
            <translation>Ebene &amp;1: Einträge</translation>
        </message>
        <message>
            <source>Level &amp;%1</source>
            <translation>Ebene &amp;%1</translation>
        </message>
        <message>
            <source>Copy &amp;as</source>
            <translation>Kopieren &amp;als</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>Kopiert: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::NextStep</name>
        <message>
            <source>Attach envelope…</source>
            <translation>Umschlag anhängen…</translation>
        </message>
        <message>
            <source>Attach evidence…</source>
            <translation>Belege anhängen…</translation>
        </message>
        <message>
            <source>Find it on L1…</source>
            <translation>Auf L1 suchen…</translation>
        </message>
        <message>
            <source>Endpoints and expectations…</source>
            <translation>Endpunkte und Erwartungen…</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>Show the problem</source>
            <translation>Problem zeigen</translation>
        </message>
        <message>
            <source>Show the place</source>
            <translation>Stelle zeigen</translation>
        </message>
        <message>
            <source>Choose the table…</source>
            <translation>Tabelle wählen…</translation>
        </message>
        <message>
            <source>State the digest…</source>
            <translation>Digest angeben…</translation>
        </message>
        <message>
            <source>Pin the block…</source>
            <translation>Block festlegen…</translation>
        </message>
        <message>
            <source>An envelope says which digest was anchored, and where. Or search the chain, or state the digest.</source>
            <translation>Ein Umschlag sagt, welcher Digest verankert wurde und wo. Oder durchsuchen Sie die Chain, oder geben Sie den Digest an.</translation>
        </message>
        <message>
            <source>Evidence of the anchor’s block shows its log: from a file, or from an endpoint.</source>
            <translation>Belege des Ankerblocks zeigen sein Log: aus einer Datei oder von einem Endpunkt.</translation>
        </message>
        <message>
            <source>An envelope says which log carries the digest. Or state the transaction and name an endpoint.</source>
            <translation>Ein Umschlag sagt, welches Log den Digest trägt. Oder geben Sie die Transaktion an und nennen Sie einen Endpunkt.</translation>
        </message>
        <message>
            <source>Pin the block’s hash, name a node of your own, or two endpoints on different hosts.</source>
            <translation>Legen Sie den Hash des Blocks fest, nennen Sie einen eigenen Knoten oder zwei Endpunkte auf verschiedenen Hosts.</translation>
        </message>
        <message>
            <source>Finality is read from an endpoint, now or not at all.</source>
            <translation>Finalität wird von einem Endpunkt gelesen, jetzt oder gar nicht.</translation>
        </message>
        <message>
            <source>Evidence of the table’s block shows what was posted and executed; state the manager.</source>
            <translation>Belege des Blocks der Tabelle zeigen, was eingereicht und ausgeführt wurde; geben Sie den Manager an.</translation>
        </message>
        <message>
            <source>The file holds several execution tables, of several calls.</source>
            <translation>Die Datei enthält mehrere Ausführungstabellen, von mehreren Aufrufen.</translation>
        </message>
        <message>
            <source>What was expected, and where, can be copied with the verdict. Nothing after it was read.</source>
            <translation>Was erwartet wurde und wo, lässt sich mit dem Urteil kopieren. Danach wurde nichts gelesen.</translation>
        </message>
        <message>
            <source>The file was not read. Once it is there, verify again.</source>
            <translation>Die Datei wurde nicht gelesen. Sobald sie da ist, prüfen Sie erneut.</translation>
        </message>
        <message>
            <source>What is computed from files stands; what needs an endpoint does not.</source>
            <translation>Was aus Dateien berechnet wird, steht; was einen Endpunkt braucht, nicht.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::NotePane</name>
        <message>
            <source>Note on the chosen place</source>
            <translation>Notiz zur gewählten Stelle</translation>
        </message>
        <message>
            <source>Where notes are kept</source>
            <translation>Wo Notizen aufbewahrt werden</translation>
        </message>
        <message>
            <source>The case</source>
            <translation>Der Fall</translation>
        </message>
        <message>
            <source>Write what you found here. It is kept beside the input, never in it, and stands in reports.</source>
            <translation>Schreiben Sie, was Sie hier gefunden haben. Es wird neben der Eingabe aufbewahrt, nie in ihr, und steht in Berichten.</translation>
        </message>
        <message>
            <source>Open a table or a case to write notes.</source>
            <translation>Öffnen Sie eine Tabelle oder einen Fall, um Notizen zu schreiben.</translation>
        </message>
        <message>
            <source>Kept in %1</source>
            <translation>Aufbewahrt in %1</translation>
        </message>
        <message>
            <source>Writing %1…</source>
            <translation>Schreibe %1…</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Not kept: %1</source>
            <translation>Nicht aufbewahrt: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::NoticeBar</name>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Details of what changed</source>
            <translation>Einzelheiten der Änderung</translation>
        </message>
        <message>
            <source>Put this message away</source>
            <translation>Diese Meldung schließen</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>Was sich geändert hat</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::OpenFromL1Dialog</name>
        <message>
            <source>Expected a transaction hash, a block’s number or hash, or an explorer’s page about one</source>
            <translation>Erwartet wird ein Transaktionshash, Nummer oder Hash eines Blocks oder die Seite eines Explorers darüber</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Nachsehen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open from L1</source>
            <translation>Von L1 öffnen</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>0x…, a block number, or https://explorer/tx/0x…</source>
            <translation>0x…, eine Blocknummer oder https://explorer/tx/0x…</translation>
        </message>
        <message>
            <source>Transaction, block or explorer’s page</source>
            <translation>Transaktion, Block oder Seite eines Explorers</translation>
        </message>
        <message>
            <source>only its path is read; no explorer is asked</source>
            <translation>nur ihr Pfad wird gelesen; kein Explorer wird gefragt</translation>
        </message>
        <message>
            <source>Tables found</source>
            <translation>Gefundene Tabellen</translation>
        </message>
        <message>
            <source>Nothing was looked for yet.</source>
            <translation>Es wurde noch nichts nachgesehen.</translation>
        </message>
        <message>
            <source>as the endpoint says; a case makes no block authentic</source>
            <translation>wie der Endpunkt es sagt; ein Fall macht keinen Block echt</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Sehe nach…</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>Nothing was found out.</source>
            <translation>Es wurde nichts herausgefunden.</translation>
        </message>
        <message>
            <source>No table of a known format stands there.</source>
            <translation>Dort steht keine Tabelle eines bekannten Formats.</translation>
        </message>
        <message>
            <source>1 table on chain %1</source>
            <translation>1 Tabelle auf Chain %1</translation>
        </message>
        <message>
            <source>%1 tables on chain %2</source>
            <translation>%1 Tabellen auf Chain %2</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::PagePreview</name>
        <message>
            <source>Preview of the report’s pages</source>
            <translation>Vorschau der Seiten des Berichts</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::PolicyFields</name>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Slots that the anchor may be late</source>
            <translation>Slots, die die Verankerung später sein darf</translation>
        </message>
        <message>
            <source>Required up to</source>
            <translation>Verlangt bis</translation>
        </message>
        <message>
            <source>Also required</source>
            <translation>Außerdem verlangt</translation>
        </message>
        <message>
            <source>Slot tolerance</source>
            <translation>Slot-Toleranz</translation>
        </message>
        <message>
            <source>Quorum</source>
            <translation>Quorum</translation>
        </message>
        <message>
            <source>all hosts that are named</source>
            <translation>alle genannten Hosts</translation>
        </message>
        <message>
            <source>Quorum: %1</source>
            <translation>Quorum: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::PresentView</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>← → step   Esc leave</source>
            <translation>← → blättern   Esc verlassen</translation>
        </message>
        <message>
            <source>%1 · block %2</source>
            <translation>%1 · Block %2</translation>
        </message>
        <message>
            <source>Hashed as</source>
            <translation>Gehasht als</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Mit</translation>
        </message>
        <message>
            <source>Computed here</source>
            <translation>Hier berechnet</translation>
        </message>
        <message>
            <source>Anchored</source>
            <translation>Verankert</translation>
        </message>
        <message>
            <source>On whose word</source>
            <translation>Auf wessen Wort</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>%1: from %2, tag %3, number %4, the hash becomes %5</source>
            <translation>%1: aus %2, Tag %3, Nummer %4 wird der Hash %5</translation>
        </message>
        <message>
            <source>Computed %1, the table says %2. %3</source>
            <translation>Berechnet %1, die Tabelle nennt %2. %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>hash before</source>
            <translation>Hash davor</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>what came back</source>
            <translation>was zurückkam</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <source>Recomputed here</source>
            <translation>Hier neu berechnet</translation>
        </message>
        <message>
            <source>The table says</source>
            <translation>Die Tabelle nennt</translation>
        </message>
        <message>
            <source>The hash of %1</source>
            <translation>Der Hash von %1</translation>
        </message>
        <message>
            <source>The digest so far</source>
            <translation>Der Digest bis hier</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ProfileForm</name>
        <message>
            <source>my own node: its word alone makes a block authentic</source>
            <translation>mein eigener Knoten: Sein Wort allein macht einen Block echt</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>such as “my node”</source>
            <translation>etwa „mein Knoten“</translation>
        </message>
        <message>
            <source>At most %1 characters are expected</source>
            <translation>Höchstens %1 Zeichen werden erwartet</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Chain id</source>
            <translation>Chain-ID</translation>
        </message>
        <message>
            <source>not stated; a test compares it</source>
            <translation>nicht angegeben; ein Test vergleicht sie</translation>
        </message>
        <message>
            <source>Rollup id</source>
            <translation>Rollup-ID</translation>
        </message>
        <message>
            <source>none: it is an endpoint of L1</source>
            <translation>keine: Es ist ein Endpunkt von L1</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Where the key of the address is kept</source>
            <translation>Wo der Schlüssel der Adresse aufbewahrt wird</translation>
        </message>
        <message>
            <source>%1 is kept; type another one to replace it</source>
            <translation>%1 ist aufbewahrt; geben Sie einen anderen ein, um ihn zu ersetzen</translation>
        </message>
        <message>
            <source>the address holds none</source>
            <translation>die Adresse enthält keinen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ProfilesDialog</name>
        <message>
            <source>Endpoint profiles</source>
            <translation>Endpunktprofile</translation>
        </message>
        <message>
            <source>No endpoint has a name yet.</source>
            <translation>Noch hat kein Endpunkt einen Namen.</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>keys are never shown, and in no file of this program</source>
            <translation>Schlüssel werden nie gezeigt und stehen in keiner Datei dieses Programms</translation>
        </message>
        <message>
            <source>What the endpoint can do</source>
            <translation>Was der Endpunkt kann</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>rollups’ endpoints are kept, and not asked yet</source>
            <translation>Endpunkte von Rollups werden aufbewahrt und noch nicht gefragt</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>The new profile was not saved</source>
            <translation>Das neue Profil wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>The changes to %1 were not saved</source>
            <translation>Die Änderungen an %1 wurden nicht gespeichert</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>Saved %1; its key is kept %2</source>
            <translation>%1 gespeichert; sein Schlüssel liegt %2</translation>
        </message>
        <message>
            <source>Removed %1; Save puts it back</source>
            <translation>%1 entfernt; Speichern bringt es zurück</translation>
        </message>
        <message>
            <source>Asking %1…</source>
            <translation>Frage %1…</translation>
        </message>
        <message>
            <source>It did not say which chain it serves</source>
            <translation>Er sagte nicht, welche Chain er bedient</translation>
        </message>
        <message>
            <source>It serves chain %1, not %2 as the profile says</source>
            <translation>Er bedient Chain %1, nicht %2 wie im Profil</translation>
        </message>
        <message>
            <source>It answers, and serves chain %1</source>
            <translation>Er antwortet und bedient Chain %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ProofDelegate</name>
        <message>
            <source>expected %1</source>
            <translation>erwartet %1</translation>
        </message>
        <message>
            <source>found %1</source>
            <translation>gefunden %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ProofView</name>
        <message>
            <source>What was proven and by whom</source>
            <translation>Was bewiesen wurde, und von wem</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::RecentRow</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, kept in this list</source>
            <translation>%1, in dieser Liste behalten</translation>
        </message>
        <message>
            <source>Keep in this list</source>
            <translation>In dieser Liste behalten</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::ReportDialog</name>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Not enough memory for this report.</source>
            <translation>Nicht genug Speicher für diesen Bericht.</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>Not saved, %1: %2</source>
            <translation>Nicht gespeichert, %1: %2</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Pages to print or file. PDF/A-1b as Qt writes it; not validated.</source>
            <translation>Seiten zum Drucken oder Ablegen. PDF/A-1b, wie Qt es schreibt; nicht validiert.</translation>
        </message>
        <message>
            <source>HTML</source>
            <translation>HTML</translation>
        </message>
        <message>
            <source>One file for any browser, with a tree that folds. No script.</source>
            <translation>Eine Datei für jeden Browser, mit einem Baum, der sich zuklappen lässt. Kein Skript.</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>For programs. The same inputs give the same bytes.</source>
            <translation>Für Programme. Dieselben Eingaben ergeben dieselben Bytes.</translation>
        </message>
        <message>
            <source>What goes in</source>
            <translation>Was hineinkommt</translation>
        </message>
        <message>
            <source>Transitions and state roots</source>
            <translation>Übergänge und State-Roots</translation>
        </message>
        <message>
            <source>Digests of the table’s parts</source>
            <translation>Digests der Teile der Tabelle</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Endpoints that were asked</source>
            <translation>Gefragte Endpunkte</translation>
        </message>
        <message>
            <source>Always in it: verdict and ladder with the basis of every rung, inputs with SHA-256, blocks with their hashes, findings, and the command that reproduces it. Of endpoints the host alone.</source>
            <translation>Immer enthalten: Urteil und Prüfleiter mit der Grundlage jeder Stufe, Eingaben mit SHA-256, Blöcke mit ihren Hashes, Befunde und der Befehl, der ihn reproduziert. Von Endpunkten nur der Host.</translation>
        </message>
        <message>
            <source>Preview of the report’s text</source>
            <translation>Vorschau des Berichtstexts</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>State of the report</source>
            <translation>Stand des Berichts</translation>
        </message>
        <message>
            <source>The report is being made</source>
            <translation>Der Bericht wird erstellt</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>There is no verdict yet. The report is made as soon as there is one.</source>
            <translation>Es gibt noch kein Urteil. Der Bericht wird erstellt, sobald es eines gibt.</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>the beginning · %1</source>
            <translation>der Anfang · %1</translation>
        </message>
        <message>
            <source>as it prints · %1 · %2</source>
            <translation>wie gedruckt · %1 · %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>being made…</source>
            <translation>wird erstellt…</translation>
        </message>
        <message>
            <source>Copied as text</source>
            <translation>Als Text kopiert</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Reports (*.%1)</source>
            <translation>Berichte (*.%1)</translation>
        </message>
        <message>
            <source>Saving %1…</source>
            <translation>Speichere %1…</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::RootsCanvas</name>
        <message>
            <source>State roots of each rollup</source>
            <translation>State-Roots jedes Rollups</translation>
        </message>
        <message>
            <source>a state not stated</source>
            <translation>ein nicht angegebener Zustand</translation>
        </message>
        <message>
            <source>Rollup %1, entry %2: from %3 to %4</source>
            <translation>Rollup %1, Eintrag %2: von %3 zu %4</translation>
        </message>
        <message>
            <source>%1; alternative not taken</source>
            <translation>%1; Alternative nicht genommen</translation>
        </message>
        <message>
            <source>%1; break: the step before left %2</source>
            <translation>%1; Bruch: der Schritt davor hinterließ %2</translation>
        </message>
        <message>
            <source>%1; ether %2</source>
            <translation>%1; Ether %2</translation>
        </message>
        <message>
            <source>Rollup %1 · entry %2</source>
            <translation>Rollup %1 · Eintrag %2</translation>
        </message>
        <message>
            <source>Alternative not taken: it leaves no state behind.</source>
            <translation>Alternative nicht genommen: Sie hinterlässt keinen Zustand.</translation>
        </message>
        <message>
            <source>Break: the step before left</source>
            <translation>Bruch: der Schritt davor hinterließ</translation>
        </message>
        <message>
            <source>before %1</source>
            <translation>davor %1</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>danach %1</translation>
        </message>
        <message>
            <source>ether %1</source>
            <translation>Ether %1</translation>
        </message>
        <message>
            <source>sum %1</source>
            <translation>Summe %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::RootsView</name>
        <message>
            <source>Previous break</source>
            <translation>Voriger Bruch</translation>
        </message>
        <message>
            <source>Next break</source>
            <translation>Nächster Bruch</translation>
        </message>
        <message>
            <source>Nothing is opened yet.</source>
            <translation>Es ist noch nichts geöffnet.</translation>
        </message>
        <message>
            <source>There is no table here whose states could be followed.</source>
            <translation>Hier ist keine Tabelle, deren Zustände sich verfolgen ließen.</translation>
        </message>
        <message>
            <source>This table changes no state of a rollup.</source>
            <translation>Diese Tabelle ändert keinen Zustand eines Rollups.</translation>
        </message>
        <message numerus="yes">
            <source>%n rollup(s)</source>
            <translation>
                <numerusform>%n Rollup</numerusform>
                <numerusform>%n Rollups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n break(s)</source>
            <translation>
                <numerusform>%n Bruch</numerusform>
                <numerusform>%n Brüche</numerusform>
            </translation>
        </message>
        <message>
            <source>every state continues the one before</source>
            <translation>jeder Zustand setzt den davor fort</translation>
        </message>
        <message>
            <source>this version does not state where steps start</source>
            <translation>diese Version gibt nicht an, wo Schritte beginnen</translation>
        </message>
        <message>
            <source>%1 · %2 · computed from the table alone</source>
            <translation>%1 · %2 · aus der Tabelle allein berechnet</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::RungStatement</name>
        <message>
            <source>The table is well formed</source>
            <translation>Die Tabelle ist wohlgeformt</translation>
        </message>
        <message>
            <source>The table breaks a rule</source>
            <translation>Die Tabelle verletzt eine Regel</translation>
        </message>
        <message>
            <source>The table is not checked</source>
            <translation>Die Tabelle ist nicht geprüft</translation>
        </message>
        <message>
            <source>Every state continues the one before</source>
            <translation>Jeder Zustand setzt den davor fort</translation>
        </message>
        <message>
            <source>A state does not continue the one before</source>
            <translation>Ein Zustand setzt den davor nicht fort</translation>
        </message>
        <message>
            <source>States are not followed</source>
            <translation>Zustände werden nicht verfolgt</translation>
        </message>
        <message>
            <source>Execution follows the table</source>
            <translation>Die Ausführung folgt der Tabelle</translation>
        </message>
        <message>
            <source>Execution differs from the table</source>
            <translation>Die Ausführung weicht von der Tabelle ab</translation>
        </message>
        <message>
            <source>Execution is not compared</source>
            <translation>Die Ausführung ist nicht verglichen</translation>
        </message>
        <message>
            <source>The chain accepted exactly these bytes</source>
            <translation>Die Chain hat genau diese Bytes angenommen</translation>
        </message>
        <message>
            <source>The chain did not accept these bytes</source>
            <translation>Die Chain hat diese Bytes nicht angenommen</translation>
        </message>
        <message>
            <source>Not shown that the chain accepted these bytes</source>
            <translation>Nicht gezeigt, dass die Chain diese Bytes annahm</translation>
        </message>
        <message>
            <source>The digest is the anchored one</source>
            <translation>Der Digest ist der verankerte</translation>
        </message>
        <message>
            <source>The digest is not the anchored one</source>
            <translation>Der Digest ist nicht der verankerte</translation>
        </message>
        <message>
            <source>No digest to compare with</source>
            <translation>Kein Digest zum Vergleichen</translation>
        </message>
        <message>
            <source>The digest was anchored on L1</source>
            <translation>Der Digest wurde auf L1 verankert</translation>
        </message>
        <message>
            <source>The log does not carry this digest</source>
            <translation>Das Log trägt diesen Digest nicht</translation>
        </message>
        <message>
            <source>No anchor event was seen</source>
            <translation>Kein Ankerereignis wurde gesehen</translation>
        </message>
        <message>
            <source>The receipt is in block %1</source>
            <translation>Der Receipt ist in Block %1</translation>
        </message>
        <message>
            <source>The receipt is not in that block</source>
            <translation>Der Receipt ist nicht in diesem Block</translation>
        </message>
        <message>
            <source>Inclusion is not checked</source>
            <translation>Der Einschluss ist nicht geprüft</translation>
        </message>
        <message>
            <source>Block %1 is the real one</source>
            <translation>Block %1 ist der echte</translation>
        </message>
        <message>
            <source>Block %1 is not the real one</source>
            <translation>Block %1 ist nicht der echte</translation>
        </message>
        <message>
            <source>Nobody vouches for the block</source>
            <translation>Niemand bürgt für den Block</translation>
        </message>
        <message>
            <source>Anchored in the slot of the table</source>
            <translation>Verankert im Slot der Tabelle</translation>
        </message>
        <message>
            <source>Anchored in another slot</source>
            <translation>Verankert in einem anderen Slot</translation>
        </message>
        <message>
            <source>Slots are not compared</source>
            <translation>Slots sind nicht verglichen</translation>
        </message>
        <message>
            <source>Block %1 is final</source>
            <translation>Block %1 ist final</translation>
        </message>
        <message>
            <source>The block is not canonical</source>
            <translation>Der Block ist nicht kanonisch</translation>
        </message>
        <message>
            <source>Finality was not read</source>
            <translation>Finalität wurde nicht gelesen</translation>
        </message>
        <message>
            <source>Not final yet</source>
            <translation>Noch nicht final</translation>
        </message>
        <message>
            <source>computed here</source>
            <translation>hier berechnet</translation>
        </message>
        <message>
            <source>proven by a light client</source>
            <translation>bewiesen durch einen Light Client</translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>festgelegt</translation>
        </message>
        <message>
            <source>pinned: %1</source>
            <translation>festgelegt: %1</translation>
        </message>
        <message>
            <source>said by %1</source>
            <translation>gesagt von %1</translation>
        </message>
        <message>
            <source>from a file</source>
            <translation>aus einer Datei</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>aus %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SampleCard</name>
        <message>
            <source>%1 Expected verdict: %2.</source>
            <translation>%1 Erwartetes Urteil: %2.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SampleGrid</name>
        <message>
            <source>Verified</source>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>Mismatch</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Unproven</source>
            <translation>Unbewiesen</translation>
        </message>
        <message>
            <source>Malformed</source>
            <translation>Fehlerhaft</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequenceCanvas</name>
        <message>
            <source>Sequence diagram</source>
            <translation>Sequenzdiagramm</translation>
        </message>
        <message>
            <source>%1. A click widens it.</source>
            <translation>%1. Ein Klick verbreitert es.</translation>
        </message>
        <message>
            <source>%1. A click makes it narrow.</source>
            <translation>%1. Ein Klick verschmälert es.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequenceKey</name>
        <message>
            <source>Key of the sequence diagram</source>
            <translation>Legende des Sequenzdiagramms</translation>
        </message>
        <message>
            <source>Solid arrows are calls, in the colour of the domain that is called. Dashed arrows are returns, dotted ones lookups. Boxes are frames of nested calls, hatched parts are rolled back.</source>
            <translation>Durchgezogene Pfeile sind Aufrufe, in der Farbe der aufgerufenen Domäne. Gestrichelte Pfeile sind Rückgaben, gepunktete Nachschläge. Kästen sind Rahmen verschachtelter Aufrufe, schraffierte Teile sind zurückgerollt.</translation>
        </message>
        <message>
            <source>call, the callee’s colour</source>
            <translation>Aufruf, in der Farbe des Aufgerufenen</translation>
        </message>
        <message>
            <source>return</source>
            <translation>Rückgabe</translation>
        </message>
        <message>
            <source>lookup, only reads</source>
            <translation>Nachschlag, liest nur</translation>
        </message>
        <message>
            <source>code of a domain runs</source>
            <translation>Code einer Domäne läuft</translation>
        </message>
        <message>
            <source>frame of a nested call</source>
            <translation>Rahmen eines verschachtelten Aufrufs</translation>
        </message>
        <message>
            <source>effects rolled back</source>
            <translation>Wirkungen zurückgerollt</translation>
        </message>
        <message>
            <source>state root from here on</source>
            <translation>State-Root ab hier</translation>
        </message>
        <message>
            <source>folds and unfolds</source>
            <translation>klappt zu und auf</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequenceOverview</name>
        <message>
            <source>Overview of the sequence diagram</source>
            <translation>Übersicht des Sequenzdiagramms</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequencePicture</name>
        <message>
            <source>Sequence of %1</source>
            <translation>Sequenz von %1</translation>
        </message>
        <message>
            <source>Part of the sequence of %1</source>
            <translation>Teil der Sequenz von %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>SHA-256 of the file %1</source>
            <translation>SHA-256 der Datei %1</translation>
        </message>
        <message>
            <source>%1. %2.</source>
            <translation>%1. %2.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequenceTexts</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <translation>%1 · %2 · %3</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) folded</source>
            <translation>
                <numerusform>%n Schritt zugeklappt</numerusform>
                <numerusform>%n Schritte zugeklappt</numerusform>
            </translation>
        </message>
        <message>
            <source>place not known</source>
            <translation>Stelle nicht bekannt</translation>
        </message>
        <message>
            <source>chain %1</source>
            <translation>Chain %1</translation>
        </message>
        <message>
            <source>id %1</source>
            <translation>ID %1</translation>
        </message>
        <message>
            <source>%1 begins on %2</source>
            <translation>%1 beginnt auf %2</translation>
        </message>
        <message>
            <source>%1 calls itself</source>
            <translation>%1 ruft sich selbst auf</translation>
        </message>
        <message>
            <source>%1 calls %2</source>
            <translation>%1 ruft %2 auf</translation>
        </message>
        <message>
            <source>%1 returns</source>
            <translation>%1 kehrt zurück</translation>
        </message>
        <message>
            <source>%1 returns to %2</source>
            <translation>%1 kehrt zu %2 zurück</translation>
        </message>
        <message>
            <source>%1 looks up on %2</source>
            <translation>%1 schlägt auf %2 nach</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%1 auf %2</translation>
        </message>
        <message>
            <source>Step %1: %2</source>
            <translation>Schritt %1: %2</translation>
        </message>
        <message>
            <source>Order by the table alone</source>
            <translation>Reihenfolge aus der Tabelle allein</translation>
        </message>
        <message>
            <source>Order by hashes and states that lead from entry to entry</source>
            <translation>Reihenfolge aus Hashes und Zuständen, die von Eintrag zu Eintrag führen</translation>
        </message>
        <message>
            <source>Order by events</source>
            <translation>Reihenfolge aus Ereignissen</translation>
        </message>
        <message>
            <source>Order by a trace, as whoever gave it says</source>
            <translation>Reihenfolge aus einem Trace, wie der sagt, der ihn gab</translation>
        </message>
        <message>
            <source>Order by the other tables’ results</source>
            <translation>Reihenfolge aus den Ergebnissen der anderen Tabellen</translation>
        </message>
        <message>
            <source>Order solved: the only one possible</source>
            <translation>Reihenfolge gelöst: die einzig mögliche</translation>
        </message>
        <message>
            <source>Order not known: %1</source>
            <translation>Reihenfolge nicht bekannt: %1</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SequenceView</name>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Show overview and key</source>
            <translation>Übersicht und Legende zeigen</translation>
        </message>
        <message>
            <source>Zoom to 100 %</source>
            <translation>Auf 100 % zoomen</translation>
        </message>
        <message>
            <source>Fold entries</source>
            <translation>Einträge zuklappen</translation>
        </message>
        <message>
            <source>Fold all entries</source>
            <translation>Alle Einträge zuklappen</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <source>Save the diagram as a picture</source>
            <translation>Das Diagramm als Bild speichern</translation>
        </message>
        <message>
            <source>Stopping; the file stays as it was</source>
            <translation>Halte an; die Datei bleibt, wie sie war</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Whole diagram as SVG…</source>
            <translation>Ganzes Diagramm als SVG…</translation>
        </message>
        <message>
            <source>Whole diagram as PNG…</source>
            <translation>Ganzes Diagramm als PNG…</translation>
        </message>
        <message>
            <source>Whole diagram as PNG, double size…</source>
            <translation>Ganzes Diagramm als PNG, doppelte Größe…</translation>
        </message>
        <message>
            <source>Visible part as SVG…</source>
            <translation>Sichtbarer Teil als SVG…</translation>
        </message>
        <message>
            <source>Visible part as PNG…</source>
            <translation>Sichtbarer Teil als PNG…</translation>
        </message>
        <message>
            <source>Visible part as PNG, double size…</source>
            <translation>Sichtbarer Teil als PNG, doppelte Größe…</translation>
        </message>
        <message>
            <source>There is no table here whose calls could be drawn.</source>
            <translation>Hier ist keine Tabelle, deren Aufrufe sich zeichnen ließen.</translation>
        </message>
        <message>
            <source>Nothing is opened yet.</source>
            <translation>Es ist noch nichts geöffnet.</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Save the diagram</source>
            <translation>Diagramm speichern</translation>
        </message>
        <message>
            <source>SVG (*.svg)</source>
            <translation>SVG (*.svg)</translation>
        </message>
        <message>
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <source>%1-sequence</source>
            <translation>%1-Sequenz</translation>
        </message>
        <message>
            <source>Saving %1, %2 of %3 messages</source>
            <translation>Speichere %1, %2 von %3 Nachrichten</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Nicht gespeichert: %1</translation>
        </message>
        <message>
            <source>Save again…</source>
            <translation>Erneut speichern…</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Nachsehen</translation>
        </message>
        <message>
            <source>Verifying</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>for cases opened from now on</source>
            <translation>für Fälle, die von jetzt an geöffnet werden</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Reset to defaults</source>
            <translation>Auf Vorgaben zurücksetzen</translation>
        </message>
        <message>
            <source>Endpoints, recent cases and the layout of windows stay.</source>
            <translation>Endpunkte, zuletzt geöffnete Fälle und die Anordnung der Fenster bleiben.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Erscheinungsbild</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Windows that are open keep their language until they are opened again.</source>
            <translation>Offene Fenster behalten ihre Sprache, bis sie erneut geöffnet werden.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Text and measures together, as Ctrl + and Ctrl − do.</source>
            <translation>Text und Maße zusammen, wie Strg + und Strg − es tun.</translation>
        </message>
        <message>
            <source>Move as little as possible</source>
            <translation>So wenig wie möglich bewegen</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Up to which rung a case must hold to be called verified.</source>
            <translation>Bis zu welcher Stufe ein Fall halten muss, um verifiziert zu heißen.</translation>
        </message>
        <message>
            <source>Endpoint profiles…</source>
            <translation>Endpunktprofile…</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpunkte</translation>
        </message>
        <message>
            <source>Keys are kept in the system’s keychain, never here.</source>
            <translation>Schlüssel liegen im Schlüsselbund des Systems, nie hier.</translation>
        </message>
        <message>
            <source>Verify again when a file changes on disk</source>
            <translation>Erneut prüfen, wenn sich eine Datei auf dem Datenträger ändert</translation>
        </message>
        <message>
            <source>Otherwise only that it changed is told.</source>
            <translation>Sonst wird nur gesagt, dass sie sich geändert hat.</translation>
        </message>
        <message>
            <source>Open at start what was open at the end</source>
            <translation>Beim Start öffnen, was am Ende offen war</translation>
        </message>
        <message>
            <source>Cases from files, with the place in them; never what was pasted.</source>
            <translation>Fälle aus Dateien, mit der Stelle darin; nie, was eingefügt wurde.</translation>
        </message>
        <message>
            <source>One program for all windows</source>
            <translation>Ein Programm für alle Fenster</translation>
        </message>
        <message>
            <source>A second start opens its files in the program that runs already.</source>
            <translation>Ein zweiter Start öffnet seine Dateien im bereits laufenden Programm.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::StageButton</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>unfolded, folds its rungs</source>
            <translation>aufgeklappt, klappt seine Stufen zu</translation>
        </message>
        <message>
            <source>folded, unfolds its rungs</source>
            <translation>zugeklappt, klappt seine Stufen auf</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::StatementFields</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>Below 2^64 is expected</source>
            <translation>Eine Zahl unter 2^64 wird erwartet</translation>
        </message>
        <message>
            <source>Not an address: %1</source>
            <translation>Keine Adresse: %1</translation>
        </message>
        <message>
            <source>http:// or https:// is expected</source>
            <translation>http:// oder https:// wird erwartet</translation>
        </message>
        <message>
            <source>A host is expected</source>
            <translation>Ein Host wird erwartet</translation>
        </message>
        <message>
            <source>%1 to %2 hosts are expected</source>
            <translation>%1 bis %2 Hosts werden erwartet</translation>
        </message>
        <message>
            <source>Chain %1 has two clocks</source>
            <translation>Chain %1 hat zwei Uhren</translation>
        </message>
        <message>
            <source>second %1 since 1970</source>
            <translation>Sekunde %1 seit 1970</translation>
        </message>
        <message>
            <source>Chain %1: slot 0 on %2, a slot every %3 s, %4 an epoch</source>
            <translation>Chain %1: Slot 0 am %2, ein Slot alle %3 s, %4 je Epoche</translation>
        </message>
        <message>
            <source>At most %1 events are expected</source>
            <translation>Höchstens %1 Ereignisse werden erwartet</translation>
        </message>
        <message>
            <source>%1: the digest is “%2”, topic 0 is %3</source>
            <translation>%1: Der Digest ist „%2“, Topic 0 ist %3</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::StatementPrompt</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::TableFields</name>
        <message>
            <source>Contracts of rollups, one a line</source>
            <translation>Contracts der Rollups, einer je Zeile</translation>
        </message>
        <message>
            <source>rollup=0x…, one a line, such as
1=0x057ef64E…</source>
            <translation>Rollup=0x…, einer je Zeile, etwa
1=0x057ef64E…</translation>
        </message>
        <message>
            <source>found by its selector</source>
            <translation>durch seinen Selektor gefunden</translation>
        </message>
        <message>
            <source>searched among those of the whole table</source>
            <translation>unter denen der ganzen Tabelle gesucht</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Rollups’ contracts</source>
            <translation>Contracts der Rollups</translation>
        </message>
        <message>
            <source>ROLLUP=0xADDRESS is expected</source>
            <translation>ROLLUP=0xADRESSE wird erwartet</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>Line %1: rollup %2 has a contract already</source>
            <translation>Zeile %1: Rollup %2 hat bereits einen Contract</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::TaskStrip</name>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Put this message away</source>
            <translation>Diese Meldung schließen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Tour</name>
        <message>
            <source>This is the bundle that was committed</source>
            <translation>Dies ist das Bündel, das festgeschrieben wurde</translation>
        </message>
        <message>
            <source>The banner says so at a glance, and on whose word the block rests: here a pin that comes with the program.</source>
            <translation>Das Banner sagt es auf einen Blick, und auf wessen Wort der Block beruht: hier auf einer Festlegung, die mit dem Programm kommt.</translation>
        </message>
        <message>
            <source>One call leads into the next</source>
            <translation>Ein Aufruf führt in den nächsten</translation>
        </message>
        <message>
            <source>L1 calls Rollup 1, which calls back. Each row is one transition; the lanes show where execution stands.</source>
            <translation>L1 ruft Rollup 1 auf, das zurückruft. Jede Zeile ist ein Übergang; die Spuren zeigen, wo die Ausführung steht.</translation>
        </message>
        <message>
            <source>This one is tampered: watch the digest rung</source>
            <translation>Dieses ist verfälscht: Achten Sie auf die Stufe Digest</translation>
        </message>
        <message>
            <source>One state was changed after it was anchored. The digest computed here is no longer the anchored one.</source>
            <translation>Ein Zustand wurde nach der Verankerung geändert. Der hier berechnete Digest ist nicht mehr der verankerte.</translation>
        </message>
        <message>
            <source>The bytes that differ are marked</source>
            <translation>Die abweichenden Bytes sind markiert</translation>
        </message>
        <message>
            <source>A row, a field, its bytes and its digest are chosen together: here the state that is stale.</source>
            <translation>Zeile, Feld, Bytes und Digest werden gemeinsam gewählt: hier der veraltete Zustand.</translation>
        </message>
        <message>
            <source>Nobody committed to this one</source>
            <translation>Dieses hat niemand festgeschrieben</translation>
        </message>
        <message>
            <source>The table is sound, but that is no proof. What is missing is named, with the button that gets it.</source>
            <translation>Die Tabelle ist in Ordnung, doch das ist kein Beweis. Was fehlt, ist genannt, mit der Schaltfläche, die es beschafft.</translation>
        </message>
        <message>
            <source>Anchored, but too late</source>
            <translation>Verankert, aber zu spät</translation>
        </message>
        <message>
            <source>The digest is right and in the block. It came blocks after what it describes: not the same slot.</source>
            <translation>Der Digest stimmt und ist im Block. Er kam Blöcke später als das, was er beschreibt: nicht derselbe Slot.</translation>
        </message>
        <message>
            <source>The block left the chain</source>
            <translation>Der Block hat die Chain verlassen</translation>
        </message>
        <message>
            <source>The anchor was in a block that is not part of the chain any more. It counts for nothing.</source>
            <translation>Die Verankerung stand in einem Block, der nicht mehr zur Chain gehört. Sie zählt nichts.</translation>
        </message>
        <message>
            <source>What was proven, and by whom</source>
            <translation>Was bewiesen wurde, und von wem</translation>
        </message>
        <message>
            <source>A rollup’s own table. Each statement says whether it was computed here, pinned, or somebody’s word.</source>
            <translation>Die eigene Tabelle eines Rollups. Jede Aussage sagt, ob sie hier berechnet, festgelegt oder jemandes Wort ist.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::TourBar</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Leave the tour</source>
            <translation>Rundgang verlassen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Tour, %1 of %2: %3. %4</source>
            <translation>Rundgang, %1 von %2: %3. %4</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::TreeColumns</name>
        <message>
            <source>&amp;Arrange columns…</source>
            <translation>Spalten an&amp;ordnen…</translation>
        </message>
        <message>
            <source>A&amp;utomatic columns</source>
            <translation>A&amp;utomatische Spalten</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::TreeView</name>
        <message>
            <source>Tree of transitions</source>
            <translation>Baum der Übergänge</translation>
        </message>
        <message>
            <source>No transition matches the filter.
Esc in its field shows all of them again.</source>
            <translation>Kein Übergang passt zum Filter.
Esc in seinem Feld zeigt wieder alle.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::VerdictText</name>
        <message>
            <source>Match, not final</source>
            <translation>Übereinstimmung, nicht final</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>Mismatch</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Unproven</source>
            <translation>Unbewiesen</translation>
        </message>
        <message>
            <source>Malformed</source>
            <translation>Fehlerhaft</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WatchDialog</name>
        <message>
            <source>Anchorscope watches L1</source>
            <translation>Anchorscope beobachtet L1</translation>
        </message>
        <message>
            <source>Watch L1</source>
            <translation>L1 beobachten</translation>
        </message>
        <message>
            <source>From block</source>
            <translation>Von Block</translation>
        </message>
        <message>
            <source>the newest</source>
            <translation>der neueste</translation>
        </message>
        <message>
            <source>notify me of verdicts</source>
            <translation>Urteile melden</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Folgen</translation>
        </message>
        <message>
            <source>What to follow</source>
            <translation>Wem gefolgt wird</translation>
        </message>
        <message>
            <source>several follow one chain, and have to agree</source>
            <translation>mehrere folgen einer Chain und müssen übereinstimmen</translation>
        </message>
        <message>
            <source>Tables and anchors seen</source>
            <translation>Gesehene Tabellen und Verankerungen</translation>
        </message>
        <message>
            <source>Nothing was seen yet.</source>
            <translation>Es wurde noch nichts gesehen.</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Gesehen</translation>
        </message>
        <message>
            <source>newest last</source>
            <translation>das Neueste zuletzt</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Open from L1…</source>
            <translation>Von L1 öffnen…</translation>
        </message>
        <message>
            <source>Block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>Block %1 left the chain</source>
            <translation>Block %1 hat die Chain verlassen</translation>
        </message>
        <message>
            <source>Block %1 left the chain, and what stood in it</source>
            <translation>Block %1 hat die Chain verlassen, mit dem, was darin stand</translation>
        </message>
        <message>
            <source>%1: %2, next try in %3 s</source>
            <translation>%1: %2, nächster Versuch in %3 s</translation>
        </message>
        <message>
            <source>Chain %1: up to date at block %2</source>
            <translation>Chain %1: aktuell bei Block %2</translation>
        </message>
        <message>
            <source>Asking %1</source>
            <translation>Frage %1</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Anchorscope</source>
            <translation>Anchorscope</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Beobachten</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::Welcome</name>
        <message>
            <source>Is this bundle what was committed?</source>
            <translation>Ist dieses Bündel das, was festgeschrieben wurde?</translation>
        </message>
        <message>
            <source>Open an execution table. Anchorscope recomputes every digest and checks it against L1, and shows on whose word each step rests.</source>
            <translation>Öffnen Sie eine Ausführungstabelle. Anchorscope berechnet jeden Digest neu, prüft ihn gegen L1 und zeigt, auf wessen Wort jeder Schritt beruht.</translation>
        </message>
        <message>
            <source>Drop a table, a case or an envelope here</source>
            <translation>Tabelle, Fall oder Umschlag hier ablegen</translation>
        </message>
        <message>
            <source>Calldata as .hex or .bin, or a folder with table, envelope and evidence</source>
            <translation>Calldata als .hex oder .bin, oder ein Ordner mit Tabelle, Umschlag und Belegen</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Datei öffnen…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>A table as hexadecimal text from the clipboard</source>
            <translation>Eine Tabelle als hexadezimaler Text aus der Zwischenablage</translation>
        </message>
        <message>
            <source>Open from L1</source>
            <translation>Von L1 öffnen</translation>
        </message>
        <message>
            <source>needs an endpoint</source>
            <translation>braucht einen Endpunkt</translation>
        </message>
        <message>
            <source>Transaction hash or a block explorer’s address</source>
            <translation>Transaktionshash oder Adresse eines Block-Explorers</translation>
        </message>
        <message>
            <source>Transaction, block or explorer’s page</source>
            <translation>Transaktion, Block oder Seite eines Explorers</translation>
        </message>
        <message>
            <source>Look…</source>
            <translation>Nachsehen…</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <source>Set up endpoints…</source>
            <translation>Endpunkte einrichten…</translation>
        </message>
        <message>
            <source>Cases you open appear here.</source>
            <translation>Hier erscheinen Fälle, die Sie öffnen.</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>Weniger</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n weiterer</numerusform>
                <numerusform>%n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Beispiele</translation>
        </message>
        <message>
            <source>Each takes a minute, works offline, and shows one idea.</source>
            <translation>Jedes dauert eine Minute, läuft offline und zeigt einen Gedanken.</translation>
        </message>
        <message>
            <source>Guided tour</source>
            <translation>Rundgang</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>Working offline</source>
            <translation>Arbeitet offline</translation>
        </message>
        <message>
            <source>Nothing leaves this computer.</source>
            <translation>Nichts verlässt diesen Rechner.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WhatIfPanel</name>
        <message>
            <source>Recompute here</source>
            <translation>Hier neu berechnen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>The chosen field</source>
            <translation>Das gewählte Feld</translation>
        </message>
        <message>
            <source>All bytes of the step</source>
            <translation>Alle Bytes des Schritts</translation>
        </message>
        <message>
            <source>What to edit</source>
            <translation>Was bearbeitet wird</translation>
        </message>
        <message>
            <source>New value</source>
            <translation>Neuer Wert</translation>
        </message>
        <message>
            <source>A scratch copy. The input is never altered.</source>
            <translation>Eine Arbeitskopie. Die Eingabe wird nie verändert.</translation>
        </message>
        <message>
            <source>All %1 bytes of step %2, in hex; of any number.</source>
            <translation>Alle %1 Bytes von Schritt %2, in Hex; beliebig viele.</translation>
        </message>
        <message>
            <source>Too long to be edited as one text: choose a field.</source>
            <translation>Zu lang, um als ein Text bearbeitet zu werden: Wählen Sie ein Feld.</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2.</translation>
        </message>
        <message>
            <source>%1 is made of several fields: choose one of them.</source>
            <translation>%1 besteht aus mehreren Feldern: Wählen Sie eines davon.</translation>
        </message>
        <message>
            <source>Choose a field of the preimage to edit it.</source>
            <translation>Wählen Sie ein Feld des Preimage, um es zu bearbeiten.</translation>
        </message>
        <message>
            <source>Hashing…</source>
            <translation>Hashe…</translation>
        </message>
        <message>
            <source>gives %1</source>
            <translation>ergibt %1</translation>
        </message>
        <message>
            <source>gives no value: this is no signature</source>
            <translation>ergibt keinen Wert: Dies ist keine Signatur</translation>
        </message>
        <message>
            <source>as %1</source>
            <translation>als %1</translation>
        </message>
        <message>
            <source>This value stands nowhere in this case.</source>
            <translation>Dieser Wert steht nirgends in diesem Fall.</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WindowActions</name>
        <message>
            <source>&amp;Window</source>
            <translation>&amp;Fenster</translation>
        </message>
        <message>
            <source>Ne&amp;w window</source>
            <translation>Neues &amp;Fenster</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Open in t&amp;his window…</source>
            <translation>In d&amp;iesem Fenster öffnen…</translation>
        </message>
        <message>
            <source>Open from &amp;L1…</source>
            <translation>Von &amp;L1 öffnen…</translation>
        </message>
        <message>
            <source>Open from clip&amp;board</source>
            <translation>Aus &amp;Zwischenablage öffnen</translation>
        </message>
        <message>
            <source>Save c&amp;ase…</source>
            <translation>Fall &amp;speichern…</translation>
        </message>
        <message>
            <source>Re&amp;port…</source>
            <translation>Be&amp;richt…</translation>
        </message>
        <message>
            <source>Attach &amp;envelope…</source>
            <translation>&amp;Umschlag anhängen…</translation>
        </message>
        <message>
            <source>Attach e&amp;vidence…</source>
            <translation>Bele&amp;ge anhängen…</translation>
        </message>
        <message>
            <source>Attach another &amp;table of the bundle…</source>
            <translation>Weitere &amp;Tabelle des Bündels anhängen…</translation>
        </message>
        <message>
            <source>Attach a t&amp;race…</source>
            <translation>Tr&amp;ace anhängen…</translation>
        </message>
        <message>
            <source>Names and &amp;formats from an ABI…</source>
            <translation>Namen und F&amp;ormate aus einer ABI…</translation>
        </message>
        <message>
            <source>&amp;Names of addresses…</source>
            <translation>&amp;Namen von Adressen…</translation>
        </message>
        <message>
            <source>&amp;Close case</source>
            <translation>Fall s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>Open &amp;sample</source>
            <translation>Beis&amp;piel öffnen</translation>
        </message>
        <message>
            <source>Recen&amp;t</source>
            <translation>Zu&amp;letzt</translation>
        </message>
        <message>
            <source>&amp;Undo note</source>
            <translation>Notiz &amp;rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo note</source>
            <translation>Notiz &amp;wiederherstellen</translation>
        </message>
        <message>
            <source>&amp;Copy value</source>
            <translation>Wert &amp;kopieren</translation>
        </message>
        <message>
            <source>Copy &amp;as…</source>
            <translation>Kopieren &amp;als…</translation>
        </message>
        <message>
            <source>Copy &amp;verdict</source>
            <translation>&amp;Urteil kopieren</translation>
        </message>
        <message>
            <source>&amp;Note on this…</source>
            <translation>&amp;Notiz hierzu…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Tree</source>
            <translation>&amp;Baum</translation>
        </message>
        <message>
            <source>&amp;Sequence</source>
            <translation>&amp;Sequenz</translation>
        </message>
        <message>
            <source>State &amp;roots</source>
            <translation>State-&amp;Roots</translation>
        </message>
        <message>
            <source>C&amp;rossings</source>
            <translation>Ü&amp;bertritte</translation>
        </message>
        <message>
            <source>Repla&amp;y</source>
            <translation>Nachspie&amp;l</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>&amp;Normal size</source>
            <translation>&amp;Normale Größe</translation>
        </message>
        <message>
            <source>Pr&amp;esent</source>
            <translation>&amp;Vorführen</translation>
        </message>
        <message>
            <source>E&amp;xpand all</source>
            <translation>Alles a&amp;ufklappen</translation>
        </message>
        <message>
            <source>&amp;Collapse all</source>
            <translation>Alles &amp;zuklappen</translation>
        </message>
        <message>
            <source>Expan&amp;d below</source>
            <translation>D&amp;arunter aufklappen</translation>
        </message>
        <message>
            <source>Collapse &amp;below</source>
            <translation>Darunter &amp;zuklappen</translation>
        </message>
        <message>
            <source>Next p&amp;ane</source>
            <translation>Nächster B&amp;ereich</translation>
        </message>
        <message>
            <source>Pre&amp;vious pane</source>
            <translation>V&amp;origer Bereich</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Follow the system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>T&amp;heme</source>
            <translation>Erschei&amp;nungsbild</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>Bere&amp;iche</translation>
        </message>
        <message>
            <source>Col&amp;umns</source>
            <translation>S&amp;palten</translation>
        </message>
        <message>
            <source>Expand to &amp;level</source>
            <translation>Bis Ebene au&amp;fklappen</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vor</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>&amp;Gehe zu…</translation>
        </message>
        <message>
            <source>To what &amp;encloses it</source>
            <translation>Zum &amp;Umschließenden</translation>
        </message>
        <message>
            <source>To the &amp;caller</source>
            <translation>Zum &amp;Aufrufer</translation>
        </message>
        <message>
            <source>To the c&amp;allee</source>
            <translation>Zum Aufge&amp;rufenen</translation>
        </message>
        <message>
            <source>&amp;Next on this domain</source>
            <translation>&amp;Nächstes auf dieser Domäne</translation>
        </message>
        <message>
            <source>&amp;Previous on this domain</source>
            <translation>V&amp;origes auf dieser Domäne</translation>
        </message>
        <message>
            <source>Next crossin&amp;g</source>
            <translation>Nächster Übertr&amp;itt</translation>
        </message>
        <message>
            <source>Previous cro&amp;ssing</source>
            <translation>Voriger Üb&amp;ertritt</translation>
        </message>
        <message>
            <source>Book&amp;mark</source>
            <translation>&amp;Lesezeichen</translation>
        </message>
        <message>
            <source>Ne&amp;xt bookmark</source>
            <translation>Nä&amp;chstes Lesezeichen</translation>
        </message>
        <message>
            <source>Prev&amp;ious bookmark</source>
            <translation>Vor&amp;iges Lesezeichen</translation>
        </message>
        <message>
            <source>Fi&amp;lter</source>
            <translation>&amp;Filter</translation>
        </message>
        <message>
            <source>Next ma&amp;tch</source>
            <translation>Nächster &amp;Treffer</translation>
        </message>
        <message>
            <source>Previous matc&amp;h</source>
            <translation>Voriger Tr&amp;effer</translation>
        </message>
        <message>
            <source>Next pr&amp;oblem</source>
            <translation>Nächstes &amp;Problem</translation>
        </message>
        <message>
            <source>Previous p&amp;roblem</source>
            <translation>Voriges Pro&amp;blem</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>Last pla&amp;ces</source>
            <translation>Letzte Ste&amp;llen</translation>
        </message>
        <message>
            <source>Boo&amp;kmarks</source>
            <translation>Lese&amp;zeichen</translation>
        </message>
        <message>
            <source>&amp;Verify again</source>
            <translation>&amp;Erneut prüfen</translation>
        </message>
        <message>
            <source>&amp;Endpoints and expectations…</source>
            <translation>E&amp;ndpunkte und Erwartungen…</translation>
        </message>
        <message>
            <source>Endpoint p&amp;rofiles…</source>
            <translation>Endpunktp&amp;rofile…</translation>
        </message>
        <message>
            <source>Expected &amp;digest…</source>
            <translation>Erwarteter &amp;Digest…</translation>
        </message>
        <message>
            <source>Pin a &amp;block…</source>
            <translation>&amp;Block festlegen…</translation>
        </message>
        <message>
            <source>&amp;Show the evidence</source>
            <translation>Belege &amp;zeigen</translation>
        </message>
        <message>
            <source>&amp;Find anchors on L1…</source>
            <translation>&amp;Verankerungen auf L1 suchen…</translation>
        </message>
        <message>
            <source>&amp;Anchor on L1…</source>
            <translation>Auf L1 ver&amp;ankern…</translation>
        </message>
        <message>
            <source>&amp;Watch L1…</source>
            <translation>L1 be&amp;obachten…</translation>
        </message>
        <message>
            <source>&amp;Digest: the bytes are those committed</source>
            <translation>&amp;Digest: die Bytes sind die festgeschriebenen</translation>
        </message>
        <message>
            <source>&amp;Event: and a log carries the digest</source>
            <translation>&amp;Ereignis: und ein Log trägt den Digest</translation>
        </message>
        <message>
            <source>&amp;Inclusion: and the log is in the block</source>
            <translation>E&amp;inschluss: und das Log ist im Block</translation>
        </message>
        <message>
            <source>&amp;Block: and the block is authentic</source>
            <translation>&amp;Block: und der Block ist echt</translation>
        </message>
        <message>
            <source>&amp;Final: and the block is final</source>
            <translation>&amp;Final: und der Block ist final</translation>
        </message>
        <message>
            <source>Ve&amp;rify</source>
            <translation>&amp;Prüfen</translation>
        </message>
        <message>
            <source>&amp;Policy</source>
            <translation>&amp;Richtlinie</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Tour of the samples</source>
            <translation>&amp;Rundgang durch die Beispiele</translation>
        </message>
        <message>
            <source>&amp;About Anchorscope</source>
            <translation>&amp;Über Anchorscope</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Anhängen</translation>
        </message>
        <message>
            <source>Attach an envelope, evidence, another table or a trace to the open case</source>
            <translation>Umschlag, Belege, weitere Tabelle oder Trace an den offenen Fall anhängen</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>From L1</source>
            <translation>Von L1</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpunkte</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WindowList</name>
        <message>
            <source>&amp;%1 %2</source>
            <translation>&amp;%1 %2</translation>
        </message>
        <message>
            <source>No longer where it was, and not opened again: %1</source>
            <translation>Nicht mehr an seinem Ort und nicht wieder geöffnet: %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Anchorscope did not end properly the last time. One case was open.</source>
            <translation>Anchorscope wurde zuletzt nicht ordentlich beendet. Ein Fall war offen.</translation>
        </message>
        <message numerus="yes">
            <source>Anchorscope did not end properly the last time. %n cases were open.</source>
            <translation>
                <numerusform>Anchorscope wurde zuletzt nicht ordentlich beendet. %n Fall war offen.</numerusform>
                <numerusform>Anchorscope wurde zuletzt nicht ordentlich beendet. %n Fälle waren offen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Wieder öffnen</translation>
        </message>
        <message>
            <source>Open them again</source>
            <translation>Wieder öffnen</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WindowMenus</name>
        <message>
            <source>&amp;Details</source>
            <translation>&amp;Einzelheiten</translation>
        </message>
        <message>
            <source>&amp;What was proven</source>
            <translation>&amp;Was bewiesen wurde</translation>
        </message>
        <message>
            <source>&amp;Preimage bytes and digests</source>
            <translation>&amp;Preimage-Bytes und Digests</translation>
        </message>
        <message>
            <source>&amp;Anchors, findings, endpoint log</source>
            <translation>&amp;Verankerungen, Befunde, Endpunktprotokoll</translation>
        </message>
        <message>
            <source>%1  ·  %2</source>
            <translation>%1  ·  %2</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>&amp;Keep in this list</source>
            <translation>In dieser Liste &amp;behalten</translation>
        </message>
        <message>
            <source>Remove those that are &amp;gone</source>
            <translation>&amp;Verschwundene entfernen</translation>
        </message>
        <message>
            <source>&amp;Clear</source>
            <translation>&amp;Leeren</translation>
        </message>
    </context>
    <context>
        <name>anchorscope::ui::WindowZoom</name>
        <message>
            <source>Zoom %1 %</source>
            <translation>Zoom %1 %</translation>
        </message>
    </context>
</TS>
