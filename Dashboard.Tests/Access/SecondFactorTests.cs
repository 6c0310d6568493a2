using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;

namespace Dashboard.Tests.Access;

public sealed class SecondFactorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_code_turns_nothing_on()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        var broken = await Assert.ThrowsAsync<BrokenRuleException>(() => stage.Factor.TurnOnAsync("owner", SecondFactor.NewKey(), "000000x", Cancelled));
        Assert.Equal("second-factor.code", broken.Rule);
        Assert.False((await stage.ReadAsync("owner")).IsTwoFactor);
    }

    [Fact]
    public async Task Once_it_is_on_the_password_alone_does_not_pass_and_each_code_passes_once()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        (string key, _) = await TurnOnAsync(stage);
        Assert.Equal(SignInOutcome.NeedsCode, (await stage.TryAsync("owner", SignInStage.Password)).Outcome);
        // The code that confirmed the authenticator is used up.
        Assert.Equal(SignInOutcome.Refused, (await StepAsync(stage, Code(stage, key))).Outcome);
        stage.Clock.Advance(Totp.Step);
        string code = Code(stage, key);
        SignInAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StepAsync(stage, code)));
        Assert.Single(answers, a => a.Outcome == SignInOutcome.Passed);
        stage.Clock.Advance(Totp.Step);
        Assert.Equal(SignInOutcome.Passed, (await StepAsync(stage, $" {Code(stage, key)[..3]} {Code(stage, key)[3..]}")).Outcome);
    }

    [Fact]
    public async Task A_recovery_code_passes_once_however_it_is_typed()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        (_, IReadOnlyList<string> codes) = await TurnOnAsync(stage);
        Assert.Equal(SecondFactor.Codes, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z2-7]{4}(-[a-z2-7]{4}){3}$", code));
        string typed = codes[3].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant();
        Assert.Equal(SignInOutcome.Passed, (await StepAsync(stage, typed)).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await StepAsync(stage, typed)).Outcome);
        Assert.Equal(SecondFactor.Codes - 1, (await stage.ReadAsync("owner")).RecoveryCodes.Count);
        IReadOnlyList<string> renewed = await stage.Factor.RenewCodesAsync("owner", Cancelled);
        Assert.Equal(SignInOutcome.Refused, (await StepAsync(stage, codes[4])).Outcome);
        Assert.Equal(SignInOutcome.Passed, (await StepAsync(stage, renewed[0])).Outcome);
    }

    [Fact]
    public async Task Whoever_knows_the_password_has_no_more_guesses_at_the_code()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        await TurnOnAsync(stage);
        int looked = 0;
        for (int guess = 0; guess < 200; guess++)
        {
            await stage.TryAsync("owner", SignInStage.Password);
            looked += (await StepAsync(stage, "not a code")).Outcome == SignInOutcome.Refused ? 1 : 0;
            stage.Clock.Advance(TimeSpan.FromSeconds(4.5));
        }

        Assert.InRange(looked, 5, 10);
    }

    [Fact]
    public async Task The_right_password_is_no_failure_while_the_code_is_missing()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        await TurnOnAsync(stage);
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(SignInOutcome.NeedsCode, (await stage.TryAsync("owner", SignInStage.Password)).Outcome);
        }
    }

    [Fact]
    public async Task Neither_key_nor_codes_lie_open_in_the_database()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        (string key, IReadOnlyList<string> codes) = await TurnOnAsync(stage);
        Credential credential = await stage.ReadAsync("owner");
        Assert.DoesNotContain(key, credential.AuthenticatorKey, StringComparison.Ordinal);
        Assert.DoesNotContain(codes, credential.RecoveryCodes.Contains);
        Assert.DoesNotContain(await stage.ToldAsync("owner"), told => told.Contains(key, StringComparison.Ordinal) || codes.Any(c => told.Contains(c, StringComparison.Ordinal)));
        await stage.Factor.TurnOffAsync("owner", "owner", Cancelled);
        Assert.Equal(SignInOutcome.Passed, (await stage.TryAsync("owner", SignInStage.Password)).Outcome);
        Assert.Null((await stage.ReadAsync("owner")).AuthenticatorKey);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(SignInStage stage)
    {
        string key = SecondFactor.NewKey();
        return (key, await stage.Factor.TurnOnAsync("owner", key, Code(stage, key), Cancelled));
    }

    private static string Code(SignInStage stage, string key) => Totp.CodeOf(Base32.Read(key), Totp.StepAt(stage.Clock.GetUtcNow()));

    private static Task<SignInAnswer> StepAsync(SignInStage stage, string code) => stage.Factor.TryAsync("owner", code, null, "192.0.2.1", Cancelled);
}
