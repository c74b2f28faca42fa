// What reaches the askpass socket and what servers say: prompts, errors of ssh, the channel's stderr.
#include "remote/askpassmessage.h"
#include "remote/hostcheck.h"
#include "remote/ssherror.h"

#include <QCoreApplication>

using namespace rayhelm;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<std::optional<AskpassMessage>> message = parseAskpassMessage(bytes);
    if (message && *message) {
        // A message that was understood is one that the helper could have sent.
        Q_ASSERT((*message)->prompt.size() <= longestAskpassText && (*message)->hint.size() <= longestAskpassText);
        classifyPrompt((*message)->prompt, (*message)->hint);
    }
    const LoginPrompt prompt = classifyPrompt(bytes, {});
    Q_ASSERT(!prompt.text.contains(QChar(0x1b)));
    SshTarget target = targetFromText(QString::fromUtf8(bytes.left(300)));
    validate(target);
    const QString text = QString::fromUtf8(bytes);
    changedKey(text);
    sshError(255, text, target);
    sudoError(text, target);
    readTools(keyValues(bytes), Profile(), QStringLiteral("vm"), std::make_unique<HostFacts>().get());
    virtualNodesOf(bytes);
    operatorVersionOf(bytes);
    return 0;
}
