// What reaches the askpass socket and what servers say: prompts, errors of ssh, the channel's stderr.
#include "fuzzing.h"
#include "remote/askpassmessage.h"
#include "remote/hostcheck.h"
#include "remote/ssherror.h"

using namespace rayhelm;

const std::size_t fuzzChoices = 0;

void fuzzOne(const std::uint8_t *, const QByteArray &bytes)
{
    const Result<std::optional<AskpassMessage>> message = parseAskpassMessage(bytes);
    if (message && *message) {
        // A message that was understood is one that the helper could have sent.
        require((*message)->prompt.size() <= longestAskpassText && (*message)->hint.size() <= longestAskpassText, "longer than the helper sends");
        classifyPrompt((*message)->prompt, (*message)->hint);
    }
    const LoginPrompt prompt = classifyPrompt(bytes, {});
    require(!prompt.text.contains(QChar(0x1b)), "an escape is shown");
    SshTarget target = targetFromText(QString::fromUtf8(bytes.left(300)));
    validate(target);
    const QString text = QString::fromUtf8(bytes);
    changedKey(text);
    sshError(255, text, target);
    sudoError(text, target);
    readTools(keyValues(bytes), Profile(), QStringLiteral("vm"), std::make_unique<HostFacts>().get());
    virtualNodesOf(bytes);
    operatorVersionOf(bytes);
}
